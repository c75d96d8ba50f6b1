package dev.headway.lifecycle.publishing;

import dev.headway.projections.log.HeadSignal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the node that publishes tells of it, or that would if the brokers answered; the others tell
 * nothing.
 */
final class PublishingMeters {

    private static final long NOT_HERE = -1;

    private final AtomicLong position = new AtomicLong(NOT_HERE);

    PublishingMeters(MeterRegistry meters, HeadSignal head) {
        Gauge.builder("headway.publishing.lag", () -> lag(head.head()))
                .description("Positions between the head of the store and what is on the topic")
                .register(meters);
    }

    /** The brokers have acknowledged everything up to here. */
    void isAt(long acknowledged) {
        position.set(acknowledged);
    }

    /** Another node publishes, or none. */
    void isElsewhere() {
        position.set(NOT_HERE);
    }

    private double lag(long head) {
        var at = position.get();
        return at == NOT_HERE ? Double.NaN : Math.max(0, head - at);
    }
}
