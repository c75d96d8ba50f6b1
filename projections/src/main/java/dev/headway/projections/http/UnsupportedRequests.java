package dev.headway.projections.http;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** What is told to whoever sends, or asks for, what an address does not have: what it does have. */
final class UnsupportedRequests {

    private UnsupportedRequests() {}

    /** Another method. */
    static String detail(HttpRequestMethodNotSupportedException unsupported) {
        var methods = unsupported.getSupportedHttpMethods();
        return methods == null || methods.isEmpty()
                ? unsupported.getMethod() + " is not taken here"
                : "%s is not taken here; send %s"
                        .formatted(
                                unsupported.getMethod(),
                                either(methods.stream().sorted().toList()));
    }

    /** A body of another type, or of none that can be read. */
    static String detail(HttpMediaTypeNotSupportedException unsupported) {
        var type = unsupported.getContentType();
        var taken = unsupported.getSupportedMediaTypes();
        var told = type == null ? "The Content-Type" : "Content-Type '%s'".formatted(type);
        return taken.isEmpty()
                ? told + " is not taken here"
                : "%s is not taken here; send %s".formatted(told, either(taken));
    }

    /** An answer of another type. */
    static String detail(HttpMediaTypeNotAcceptableException unacceptable) {
        Collection<MediaType> answered = unacceptable.getSupportedMediaTypes();
        return answered.isEmpty()
                ? "The Accept header cannot be read"
                : "Nothing that is accepted is answered here; accept " + either(answered);
    }

    private static String either(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" or "));
    }
}
