package dev.headway.projections.routing;

import dev.headway.projections.http.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses what is for another kind of node, with 421: a call that came past the gateway is not
 * answered with half of what is known. Whoever may not call at all was told so before.
 */
final class MisdirectedCalls extends OncePerRequestFilter {

    private static final String API = "/api/";

    private final ServingNode here;
    private final DocumentedNodes documented;
    private final HandlerExceptionResolver problems;

    MisdirectedCalls(
            ServingNode here, DocumentedNodes documented, HandlerExceptionResolver problems) {
        this.here = here;
        this.documented = documented;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(API);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var there = documented.of(request.getMethod(), request.getRequestURI());
        if (there.isEmpty() || there.get() == here) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(
                    request, response, null, Problem.misdirected(there.get().word()));
        }
    }
}
