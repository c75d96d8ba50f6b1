package dev.headway.projections.querying;

import dev.headway.projections.querying.InvalidQueryException.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Only what was asked is answered: whatever a call brings in its query that its handler does not
 * declare is 400 and named, for every question and command of the API. A handler that takes all
 * parameters as a map reads them by {@link QueryParameters}, which holds it to the same.
 */
@Component
public class DeclaredParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final String API = "/api/";
    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(-1); // before anybody waits for a position
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null
                && request.getRequestURI().startsWith(API)
                && handler instanceof HandlerMethod method
                && !readsAll(method)) {
            check(QueryString.parameters(request.getQueryString()), declared(method));
        }
        return true;
    }

    private static boolean readsAll(HandlerMethod method) {
        return parameters(method).stream()
                .anyMatch(each -> Map.class.isAssignableFrom(each.getParameterType()));
    }

    private static Set<String> declared(HandlerMethod method) {
        return parameters(method).stream()
                .map(DeclaredParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<MethodParameter> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(each -> each.hasParameterAnnotation(RequestParam.class))
                .toList();
    }

    private static String name(MethodParameter parameter) {
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        parameter.initParameterNameDiscovery(NAMES);
        var name = annotation == null ? "" : annotation.name();
        return name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name;
    }

    private static void check(Map<String, List<String>> given, Set<String> declared) {
        var violations = new ArrayList<Violation>();
        given.forEach(
                (name, values) -> {
                    if (violation(name, values, declared) instanceof String message) {
                        violations.add(new Violation("?" + name, message));
                    }
                });
        if (!violations.isEmpty()) {
            throw new InvalidQueryException(violations);
        }
    }

    private static @Nullable String violation(
            String name, List<String> values, Set<String> declared) {
        if (!declared.contains(name)) {
            return declared.isEmpty()
                    ? "is not asked here; nothing is"
                    : "is not asked here; what is: " + String.join(", ", declared);
        }
        if (values.size() > 1) {
            return "must be given once";
        }
        return values.getFirst().isBlank() ? "must say something, or be left out" : null;
    }
}
