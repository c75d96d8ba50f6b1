package dev.headway.lifecycle.requestlog;

import dev.headway.lifecycle.http.RequestIds;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.util.IdGenerator;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every line that is logged for a request its ids, and says of each request what became of
 * it. Of its address only the pattern is told: paths and parameters may hold what nobody is to
 * read, as the address of a calendar does.
 */
final class RequestLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private static final String CORRELATION_ID = "correlationId";
    private static final String REQUEST_ID = "requestId";

    private final IdGenerator ids;

    RequestLog(IdGenerator ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = System.nanoTime();
        var named = RequestIds.of(request.getHeader(RequestIds.HEADER), ids);
        named.keepIn(request);
        put(named);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext()
                        .addListener(new AtItsEnd(named, request, response, begun));
            } else {
                tell(request, response, begun);
            }
            clear();
        }
    }

    private static void put(RequestIds named) {
        MDC.put(CORRELATION_ID, named.correlationId());
        MDC.put(REQUEST_ID, named.requestId());
    }

    private static void clear() {
        MDC.remove(CORRELATION_ID);
        MDC.remove(REQUEST_ID);
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response, long begun) {
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", route == null ? "" : route.toString())
                .addKeyValue("status", response.getStatus())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                .log("answered");
    }

    /** Of an answer that is sent by another thread. */
    private record AtItsEnd(
            RequestIds named, HttpServletRequest request, HttpServletResponse response, long begun)
            implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            put(named);
            try {
                tell(request, response, begun);
            } finally {
                clear();
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completes as well
        }

        @Override
        public void onError(AsyncEvent event) {
            // completes as well
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
