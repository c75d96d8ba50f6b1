package dev.headway.projections.console.signin;

import dev.headway.projections.sessions.BrowserSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The access token of whoever reads a page. One that ends is exchanged by its refresh token, which
 * is good once: a second use ends the sign-in. A page and its frames ask at the same time, so only
 * one of them exchanges it, on whichever node, and the others take what it got.
 */
@Component
public class ReaderTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderTokens.class);

    /** Exchanges at a time on this node; each holds a connection while it waits for the issuer. */
    private static final int AT_ONCE = 4;

    private final BrowserSessions sessions;
    private final TokenEndpoint issuer;
    private final Clock clock;
    private final Semaphore exchanging = new Semaphore(AT_ONCE);

    ReaderTokens(BrowserSessions sessions, TokenEndpoint issuer, Clock clock) {
        this.sessions = sessions;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * @throws SignedOutException when the sign-in is over
     */
    public String of(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(TokensOfSession.ATTRIBUTE) instanceof KeptTokens kept)) {
            throw new SignedOutException();
        }
        return kept.isGood(clock.instant()) ? kept.access() : exchanged(session, false).access();
    }

    /**
     * Has what the issuer knows of the reader now, as their roles, hold from the next call on.
     *
     * @return whether it does; an issuer that is away gives it with the next token
     * @throws SignedOutException when the sign-in is over
     */
    public boolean renew(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            throw new SignedOutException();
        }
        try {
            exchanged(session, true);
            return true;
        } catch (RuntimeException e) {
            if (!TokenEndpoint.isAway(e)) {
                throw e;
            }
            LOG.warn("The roles of somebody hold from their next token on", e);
            return false;
        }
    }

    private KeptTokens exchanged(HttpSession session, boolean evenGood) {
        exchanging.acquireUninterruptibly();
        try {
            var next = sessions.alone(session.getId(), () -> newest(session.getId(), evenGood));
            if (next == null) {
                throw new SignedOutException();
            }
            session.setAttribute(TokensOfSession.ATTRIBUTE, next);
            return next;
        } finally {
            exchanging.release();
        }
    }

    private @Nullable KeptTokens newest(String session, boolean evenGood) {
        var stored =
                sessions.attribute(session, TokensOfSession.ATTRIBUTE)
                        .filter(KeptTokens.class::isInstance)
                        .map(KeptTokens.class::cast);
        if (!evenGood && stored.filter(each -> each.isGood(clock.instant())).isPresent()) {
            return stored.get();
        }
        var next = stored.map(KeptTokens::refresh).flatMap(issuer::exchange);
        next.ifPresent(each -> sessions.store(session, TokensOfSession.ATTRIBUTE, each));
        return next.orElse(null);
    }
}
