package dev.headway.projections.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CachingJwtDecoderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final DrivenClock clock = new DrivenClock(NOW);
    private final AtomicInteger verified = new AtomicInteger();

    private final CachingJwtDecoder tokens =
            new CachingJwtDecoder(
                    token -> {
                        verified.incrementAndGet();
                        return switch (token) {
                            case "forged" -> throw new BadJwtException("forged");
                            case "endless" -> token(token, null);
                            default -> token(token, NOW.plus(Duration.ofHours(1)));
                        };
                    },
                    clock);

    @Test
    void a_good_token_is_verified_once() {
        assertThat(tokens.decode("mine")).isSameAs(tokens.decode("mine"));
        assertThat(verified).hasValue(1);
    }

    @Test
    void another_token_is_another_token() {
        assertThat(tokens.decode("mine").getTokenValue()).isEqualTo("mine");
        assertThat(tokens.decode("yours").getTokenValue()).isEqualTo("yours");
        assertThat(verified).hasValue(2);
    }

    @Test
    void an_expired_token_is_verified_again_and_so_refused_by_whoever_verifies() {
        tokens.decode("mine");
        clock.advance(Duration.ofHours(1));
        tokens.decode("mine");
        assertThat(verified).hasValue(2);
    }

    @Test
    void a_bad_token_is_refused_every_time() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(verified).hasValue(2);
    }

    @Test
    void a_token_without_an_end_is_verified_every_time() {
        tokens.decode("endless");
        tokens.decode("endless");
        assertThat(verified).hasValue(2);
    }

    private static Jwt token(String value, @Nullable Instant end) {
        var token =
                Jwt.withTokenValue(value)
                        .header("alg", "none")
                        .subject("mia")
                        .issuedAt(NOW.minus(Duration.ofHours(1)));
        return end == null ? token.build() : token.expiresAt(end).build();
    }
}
