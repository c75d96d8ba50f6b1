package dev.headway.projections.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.contracts.AuditEvent.AskedFilter;
import dev.headway.projections.audit.AuditAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Has it noted who reads the events, as with every look at the audit; but once a day for each
 * reader and choice: one that asks on and on would else read of nothing but its own reading.
 */
@Component
class NotedReaders {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private final AuditAccess access;
    private final Cache<Reader, Boolean> noted;

    private record Reader(String person, List<AskedFilter> filters) {}

    NotedReaders(AuditAccess access, Clock clock) {
        this.access = access;
        this.noted =
                Caffeine.newBuilder()
                        .expireAfterWrite(DAY)
                        .maximumSize(MOST)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    /** Before it is answered; whoever cannot be noted is not. */
    void note(String person, long after, List<AskedFilter> filters) {
        var reader = new Reader(person, filters);
        if (noted.getIfPresent(reader) == null) {
            access.eventsRead(after, filters);
            noted.put(reader, true);
        }
    }
}
