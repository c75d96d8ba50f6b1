package dev.headway.projections.mirror;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a node tells of its mirror; lag in positions, since what brokers lost shows in no offset.
 */
final class MirrorMeters {

    private final AtomicLong head = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicInteger away = new AtomicInteger();
    private final Counter taken;
    private final Counter known;
    private final Counter early;
    private final Counter foreign;

    MirrorMeters(MeterRegistry meters) {
        this.taken = records(meters, "taken");
        this.known = records(meters, "known");
        this.early = records(meters, "early");
        this.foreign = records(meters, "foreign");
        Gauge.builder("headway.mirror.away", away, AtomicInteger::get)
                .description("1 while the topic cannot be read")
                .register(meters);
        Gauge.builder("headway.mirror.lag", this, MirrorMeters::lag)
                .description("Positions between what was seen on the topic and what can be read")
                .register(meters);
    }

    /** What can be read by now. */
    void isAt(long position) {
        head.accumulateAndGet(position, Math::max);
    }

    /** Whether the topic can be read. */
    void isAway(boolean isAway) {
        away.set(isAway ? 1 : 0);
    }

    /** A position that a record told of. */
    void hasSeen(long position) {
        seen.accumulateAndGet(position, Math::max);
    }

    /**
     * @param others that no Headway wrote, or one that knew another topic
     */
    void count(MirrorTables.Outcome outcome, int others) {
        taken.increment(outcome.taken());
        known.increment(outcome.known());
        early.increment(outcome.early());
        foreign.increment(others);
    }

    private double lag() {
        return Math.max(0, seen.get() - head.get());
    }

    private static Counter records(MeterRegistry meters, String outcome) {
        return Counter.builder("headway.mirror.records")
                .description("Records of the topic, by what became of them")
                .baseUnit("records")
                .tag("outcome", outcome)
                .register(meters);
    }
}
