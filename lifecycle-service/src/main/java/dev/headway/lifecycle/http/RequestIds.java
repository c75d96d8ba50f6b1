package dev.headway.lifecycle.http;

import jakarta.servlet.ServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.IdGenerator;
import org.springframework.web.context.request.WebRequest;

/**
 * What a request is called: in the audit, in the metadata of its events, and in the log.
 *
 * @param correlationId what all this belongs to, as the caller named it; else the request
 * @param requestId as Headway named it
 */
public record RequestIds(String correlationId, String requestId) {

    /** In which callers say what a request belongs to. */
    public static final String HEADER = "X-Correlation-Id";

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final String ATTRIBUTE = RequestIds.class.getName();

    /**
     * Those of a new request.
     *
     * @param given what the caller called it; not believed when it is no name
     */
    public static RequestIds of(@Nullable String given, IdGenerator ids) {
        var requestId = ids.generateId().toString();
        return new RequestIds(
                given != null && CORRELATION_ID.matcher(given).matches() ? given : requestId,
                requestId);
    }

    /** Has everybody find them who asks for those of this request. */
    public void keepIn(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Those that are kept in a request, or new ones. */
    static RequestIds of(WebRequest request, IdGenerator ids) {
        return request.getAttribute(ATTRIBUTE, WebRequest.SCOPE_REQUEST) instanceof RequestIds kept
                ? kept
                : of(request.getHeader(HEADER), ids);
    }
}
