package dev.headway.projections.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which paths of the API there are, and by which methods. Asked of a request that is denied: where
 * there is nothing, no role is missing.
 */
@Component
class KnownPaths {

    private static final String API = "/api/";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    KnownPaths(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /**
     * By which methods there is something at the request's path; none where there is nothing, and
     * nothing at all for what is not of the API.
     */
    Optional<Set<RequestMethod>> methods(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return path.value().startsWith(API) ? Optional.of(methods(path)) : Optional.empty();
    }

    /** Whether the request's path names one of many things, by whatever method it asks. */
    boolean nameSomethingByAnId(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return path.value().startsWith(API)
                && mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(each -> patterns(each, path))
                        .min(PathPattern.SPECIFICITY_COMPARATOR)
                        .filter(each -> each.getPatternString().contains("{"))
                        .isPresent();
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo mapping, PathContainer path) {
        var condition = mapping.getPathPatternsCondition();
        return condition == null
                ? Stream.empty()
                : condition.getPatterns().stream().filter(pattern -> pattern.matches(path));
    }

    private Set<RequestMethod> methods(PathContainer path) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(each -> matches(each, path))
                .flatMap(each -> methods(each).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RequestMethod.class)));
    }

    /** One that names none takes them all. */
    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        var named = mapping.getMethodsCondition().getMethods();
        return named.isEmpty() ? EnumSet.allOf(RequestMethod.class) : named;
    }

    private static boolean matches(RequestMappingInfo mapping, PathContainer path) {
        return patterns(mapping, path).findAny().isPresent();
    }
}
