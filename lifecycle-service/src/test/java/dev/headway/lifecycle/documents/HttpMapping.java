package dev.headway.lifecycle.documents;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The call over HTTP that a controller's method answers. */
record HttpMapping(String method, String path) {

    /** None for a page of the console, which makes these calls itself. */
    static Optional<HttpMapping> of(JavaCodeUnit method) {
        if (method.getOwner().getPackageName().contains(".console")) {
            return Optional.empty();
        }
        return Stream.of(
                        method.tryGetAnnotationOfType(GetMapping.class)
                                .map(get -> mapping("GET", get.value(), get.path())),
                        method.tryGetAnnotationOfType(PostMapping.class)
                                .map(post -> mapping("POST", post.value(), post.path())),
                        method.tryGetAnnotationOfType(PutMapping.class)
                                .map(put -> mapping("PUT", put.value(), put.path())),
                        method.tryGetAnnotationOfType(PatchMapping.class)
                                .map(patch -> mapping("PATCH", patch.value(), patch.path())),
                        method.tryGetAnnotationOfType(DeleteMapping.class)
                                .map(delete -> mapping("DELETE", delete.value(), delete.path())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static List<HttpMapping> allOf(JavaClass type) {
        return type.getMethods().stream()
                .map(HttpMapping::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(HttpMapping::path).thenComparing(HttpMapping::method))
                .toList();
    }

    /** Whether it stores nothing; one question is too long for a GET. */
    boolean isRead() {
        return method.equals("GET") || path.endsWith("/preview");
    }

    /** What a test that makes this call is bound to write. */
    String ending() {
        return path.endsWith("}") ? path.replaceAll("\\{.*", "") : path.replaceAll(".*}", "");
    }

    /** As the tables show it. */
    @Override
    public String toString() {
        return "`%s %s`"
                .formatted(
                        method, path.replace("/api/v1", "").replace("/partnerships/{id}/", "…/"));
    }

    private static HttpMapping mapping(String method, String[] value, String[] path) {
        return new HttpMapping(method, value.length > 0 ? value[0] : path[0]);
    }
}
