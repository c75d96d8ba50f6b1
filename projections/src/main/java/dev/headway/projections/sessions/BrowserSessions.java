package dev.headway.projections.sessions;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** What a browser's session holds, wherever it was answered before. */
public class BrowserSessions {

    private final SessionRepository<? extends Session> stored;
    private final CookieSerializer cookies;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    BrowserSessions(
            SessionRepository<? extends Session> stored,
            CookieSerializer cookies,
            JdbcClient database,
            TransactionOperations transactions) {
        this.stored = stored;
        this.cookies = cookies;
        this.database = database;
        this.transactions = transactions;
    }

    /** Gives requests sessions, if they are such; any other passes as it came. */
    public Filter filterFor(RequestMatcher requests) {
        var ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookies);
        var sessions = new SessionRepositoryFilter<>(stored);
        sessions.setHttpSessionIdResolver(ids);
        return (request, response, chain) -> {
            if (request instanceof HttpServletRequest http && requests.matches(http)) {
                sessions.doFilter(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        };
    }

    /**
     * Does something that no other request of this session does at the same time, on any node; what
     * it waits for meanwhile is an answer over the network at most.
     */
    public <T> @Nullable T alone(String sessionId, Supplier<@Nullable T> work) {
        return transactions.execute(
                _ -> {
                    database.sql("select take_turn(hashtextextended(:id, 30))::text")
                            .param("id", sessionId)
                            .query((row, _) -> row.getString(1))
                            .list();
                    return work.get();
                });
    }

    /** As stored now, which may be newer than what this request began with. */
    public Optional<Object> attribute(String sessionId, String name) {
        Session session = stored.findById(sessionId);
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(name));
    }

    /** Stores at once what other requests have to know. */
    public void store(String sessionId, String name, Object value) {
        store(stored, sessionId, name, value);
    }

    private static <S extends Session> void store(
            SessionRepository<S> sessions, String id, String name, Object value) {
        var session = sessions.findById(id);
        if (session != null) {
            session.setAttribute(name, value);
            sessions.save(session);
        }
    }
}
