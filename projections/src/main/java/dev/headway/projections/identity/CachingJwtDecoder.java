package dev.headway.projections.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Accepts for a while what was verified a moment ago: a signature costs more than the command that
 * it lets in. Only valid tokens are cached, by their hash, never beyond their own expiry, and for
 * five minutes at most, so that a key which its issuer withdrew is noticed as soon as a decoder's
 * own key set would notice it.
 */
final class CachingJwtDecoder implements JwtDecoder {

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
    private static final int MAX_TOKENS = 10_000;

    private final JwtDecoder verifying;
    private final Clock clock;
    private final Cache<String, Jwt> cache =
            Caffeine.newBuilder().maximumSize(MAX_TOKENS).expireAfterWrite(TIME_TO_LIVE).build();

    CachingJwtDecoder(JwtDecoder verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var hash = hash(token);
        var cached = cache.getIfPresent(hash);
        if (cached != null && isUnexpired(cached)) {
            return cached;
        }
        cache.invalidate(hash);
        var verified = verifying.decode(token);
        cache.put(hash, verified);
        return verified;
    }

    /** What has no end is verified every time. */
    private boolean isUnexpired(@Nullable Jwt token) {
        var end = token == null ? null : token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
