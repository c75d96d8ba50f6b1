package dev.headway.lifecycle.accounts.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How often one address may be wrong, whichever accounts it tries: so many times at once, and then
 * once every few seconds, on each node. Behind a company's one address there are many people, so it
 * is a good deal more than one account takes.
 */
@Component
class AddressLimit {

    private static final int AT_ONCE = 50;
    private static final Duration EACH = Duration.ofSeconds(2);

    /** Addresses remembered at a time; one that is forgotten starts afresh. */
    private static final int MAX_ADDRESSES = 100_000;

    private final Clock clock;

    /** When all failures of an address will have been forgotten. */
    private final Cache<String, Instant> forgottenAt =
            Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).build();

    AddressLimit(Clock clock) {
        this.clock = clock;
    }

    /** How long this address has to wait; nothing when it may try now. */
    Duration wait(String address) {
        var full = forgottenAt.getIfPresent(address);
        if (full == null) {
            return Duration.ZERO;
        }
        var opens = full.minus(EACH.multipliedBy(AT_ONCE - 1));
        var wait = Duration.between(clock.instant(), opens);
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    void failed(String address) {
        var now = clock.instant();
        forgottenAt
                .asMap()
                .merge(
                        address,
                        now.plus(EACH),
                        (before, _) -> (before.isBefore(now) ? now : before).plus(EACH));
    }
}
