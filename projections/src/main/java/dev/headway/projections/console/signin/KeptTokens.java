package dev.headway.projections.console.signin;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds of somebody's sign-in.
 *
 * @param refresh gets the next pair, once; null where the issuer gave none
 */
record KeptTokens(String access, Instant expiresAt, @Nullable String refresh)
        implements Serializable {

    @Serial private static final long serialVersionUID = 1;

    /** A token that is good for less is exchanged before it is used. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Of a token that does not say how long it is good. */
    private static final Duration UNSAID = Duration.ofMinutes(5);

    /**
     * @param seconds how long the token is good, from now on
     */
    static KeptTokens of(
            String access, @Nullable Long seconds, @Nullable String refresh, Instant now) {
        var life = seconds == null ? UNSAID : Duration.ofSeconds(seconds);
        return new KeptTokens(access, now.plus(life), refresh);
    }

    boolean isGood(Instant now) {
        return now.isBefore(expiresAt.minus(MARGIN));
    }

    /** Shows no token, wherever it is printed. */
    @Override
    public String toString() {
        return "tokens until " + expiresAt;
    }
}
