package dev.headway.lifecycle.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Which paths of the API there are, by whatever method. Asked of a request that is denied: where
 * there is nothing, no role is missing.
 */
@Component
class KnownPaths {

    private static final String API = "/api/";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    KnownPaths(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Whatever is not of the API counts as there. */
    boolean contains(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return !path.value().startsWith(API)
                || mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .map(RequestMappingInfo::getPathPatternsCondition)
                        .filter(Objects::nonNull)
                        .flatMap(condition -> condition.getPatterns().stream())
                        .anyMatch(pattern -> pattern.matches(path));
    }
}
