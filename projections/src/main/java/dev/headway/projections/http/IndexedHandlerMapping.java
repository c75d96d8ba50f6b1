package dev.headway.projections.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of a path with variables without trying the patterns of all others, which cost
 * more than the command behind it. It chooses where there is one choice only; everything else, what
 * is refused above all, is Spring's.
 */
final class IndexedHandlerMapping extends RequestMappingHandlerMapping {

    private Map<RequestMappingInfo, HandlerMethod> handlers = Map.of();
    private @Nullable MappingIndex index;

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        handlers = getHandlerMethods();
        index = new MappingIndex(handlers.keySet());
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(
            String lookupPath, HttpServletRequest request) throws Exception {
        var match = onlyMatch(request);
        if (match == null) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, match.handler());
        handleMatch(match.mapping(), lookupPath, request);
        return match.handler();
    }

    private record Match(RequestMappingInfo mapping, HandlerMethod handler) {}

    private @Nullable Match onlyMatch(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        var candidates = index == null ? null : index.find(path);
        if (candidates == null) {
            return null;
        }
        Match only = null;
        for (var candidate : candidates) {
            var matching = getMatchingMapping(candidate, request);
            if (matching != null && only != null) {
                return null;
            }
            if (matching != null) {
                only = new Match(matching, Objects.requireNonNull(handlers.get(candidate)));
            }
        }
        return only;
    }
}
