package dev.headway.projections.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.headway.projections.identity.PersonDirectory.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Who does not get in any more, whatever they hold: asked on every call, and known on every node
 * within four seconds, so that a token does not outlive its person by its own expiry. While the
 * store is away nobody can be disabled either, so what was known last holds, and whoever watches
 * the service goes on.
 */
final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    /** Looked up again behind the call that finds it older than this. */
    private static final Duration REFRESH_AFTER = Duration.ofSeconds(1);

    /** Nothing older than this is believed. */
    private static final Duration EXPIRE_AFTER = Duration.ofSeconds(4);

    private static final int MAX_PEOPLE = 10_000;

    private final LoadingCache<String, Standing> standings;
    private final Cache<String, Standing> lastKnown =
            Caffeine.newBuilder().maximumSize(MAX_PEOPLE).build();

    /** What failed a moment ago is not waited for again by every call. */
    private final Cache<String, RuntimeException> failures =
            Caffeine.newBuilder().maximumSize(MAX_PEOPLE).expireAfterWrite(EXPIRE_AFTER).build();

    Admission(PersonDirectory directory) {
        Executor beside = work -> Thread.ofVirtual().name("standing").start(work);
        this.standings =
                Caffeine.newBuilder()
                        .maximumSize(MAX_PEOPLE)
                        .refreshAfterWrite(REFRESH_AFTER)
                        .expireAfterWrite(EXPIRE_AFTER)
                        .executor(beside)
                        .build(person -> remembered(person, directory.standing(person)));
    }

    /**
     * How the bearer of a token stands.
     *
     * @param issuedAt when the token was issued
     * @throws InvalidBearerTokenException when they are disabled, or have signed out since
     * @throws StandingUnknownException when nobody can tell
     */
    Standing admit(String personId, Instant issuedAt) {
        var standing = standing(personId);
        if (standing.disabled() || issuedAt.isBefore(standing.signedOutAt())) {
            throw new InvalidBearerTokenException("The token is good no more");
        }
        return standing;
    }

    Standing standing(String personId) {
        var failure = failures.getIfPresent(personId);
        if (failure == null) {
            try {
                return standings.get(personId);
            } catch (RuntimeException e) {
                LOG.warn("Could not look up whether {} gets in: {}", personId, e.getMessage());
                failures.put(personId, e);
                failure = e;
            }
        }
        var known = lastKnown.getIfPresent(personId);
        if (known == null) {
            throw new StandingUnknownException(failure);
        }
        return known;
    }

    /** Of whom something has changed: the next call looks it up, and waits for that. */
    void forget(String personId) {
        standings.invalidate(personId);
    }

    private Standing remembered(String personId, Standing standing) {
        lastKnown.put(personId, standing);
        return standing;
    }

    /** Nobody can tell whether somebody gets in: the store cannot be asked. */
    static final class StandingUnknownException extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        StandingUnknownException(RuntimeException cause) {
            super("Whether the caller gets in cannot be told now", cause);
        }
    }
}
