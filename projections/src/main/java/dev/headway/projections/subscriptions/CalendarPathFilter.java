package dev.headway.projections.subscriptions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the secret out of a link's path before anything else sees the request: what logs, counts,
 * traces or refuses it knows one path for all links.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CalendarPathFilter extends OncePerRequestFilter {

    private static final String SEGMENT = CalendarPathFilter.class.getName();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(CalendarFeedController.PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        request.setAttribute(SEGMENT, path.substring(CalendarFeedController.PATH.length()));
        chain.doFilter(new WithoutSecret(request), response);
    }

    /** What stood behind the path, as it came over the wire. */
    static String segment(HttpServletRequest request) {
        return request.getAttribute(SEGMENT) instanceof String segment ? segment : "";
    }

    private static final class WithoutSecret extends HttpServletRequestWrapper {

        WithoutSecret(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return CalendarFeedController.SHOWN;
        }

        @Override
        public StringBuffer getRequestURL() {
            var url = super.getRequestURL();
            url.setLength(url.length() - super.getRequestURI().length());
            return url.append(CalendarFeedController.SHOWN);
        }

        @Override
        public String getServletPath() {
            return CalendarFeedController.SHOWN;
        }

        @Override
        public @Nullable String getPathInfo() {
            return null;
        }

        @Override
        public @Nullable String getPathTranslated() {
            return null;
        }
    }
}
