package dev.headway.lifecycle.publishing;

import dev.headway.projections.log.HeadSignal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the node that publishes tells of it, or that would if the brokers answered; the others tell
 * nothing.
 */
final class PublishingMeters {

    private static final long NOT_HERE = -1;

    private final AtomicLong position = new AtomicLong(NOT_HERE);
    private final AtomicInteger holds = new AtomicInteger();

    PublishingMeters(MeterRegistry meters, HeadSignal head) {
        Gauge.builder("headway.publishing.lag", () -> lag(head.head()))
                .description("Positions between the head of the store and what is on the topic")
                .register(meters);
        Gauge.builder("headway.publishing.lease", holds, AtomicInteger::get)
                .description("1 on the node that publishes, 0 on those that wait for its lease")
                .register(meters);
    }

    /** The brokers have acknowledged everything up to here. */
    void isAt(long acknowledged) {
        position.set(acknowledged);
    }

    /** This node publishes, or tries to. */
    void isHere() {
        holds.set(1);
    }

    /** Another node publishes, or none. */
    void isElsewhere() {
        holds.set(0);
        position.set(NOT_HERE);
    }

    private double lag(long head) {
        var at = position.get();
        return at == NOT_HERE ? Double.NaN : Math.max(0, head - at);
    }
}
