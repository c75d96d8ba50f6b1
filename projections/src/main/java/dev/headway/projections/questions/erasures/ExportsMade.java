package dev.headway.projections.questions.erasures;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers that something was exported: lists in CSV, exports of the audit, calendars, events. Not
 * what was asked for, which may name somebody.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10) // once it is known who asks
class ExportsMade extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ExportsMade.class);

    private static final Set<String> TYPES =
            Set.of(
                    "text/csv",
                    "application/zip",
                    "text/calendar",
                    "application/cloudevents-batch+json");

    private final JdbcClient database;
    private final Clock clock;

    ExportsMade(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var type = response.getContentType();
        var plain = type == null ? "" : type.split(";", 2)[0];
        if (response.getStatus() == HttpServletResponse.SC_OK && TYPES.contains(plain)) {
            remember(request, plain);
        }
    }

    private void remember(HttpServletRequest request, String type) {
        var now = clock.instant();
        var caller = request.getUserPrincipal();
        try {
            database.sql(
                            """
                            insert into export_made as known
                                        (day, path, media_type, person_id, first_at, times)
                            values (:day, :path, :type, :person, :now, 1)
                            on conflict (day, path, media_type, person_id) do update
                            set    times = known.times + 1
                            """)
                    .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                    .param("path", path(request))
                    .param("type", type)
                    .param("person", caller == null ? "" : caller.getName())
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (RuntimeException e) {
            LOG.warn("That something was exported could not be kept: {}", e.getMessage());
        }
    }

    /** Of a secret link nothing but that it was one. */
    private static String path(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/calendar/") ? "/calendar" : path;
    }
}
