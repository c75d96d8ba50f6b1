package dev.headway.projections.processing;

import dev.headway.projections.deadletters.Poison;
import dev.headway.projections.scheduling.Backoff;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A processor's failures in a row: the first of them is logged, and their end. */
final class FailureStreak {

    private static final Logger LOG = LoggerFactory.getLogger(FailureStreak.class);

    /** Enough for what passes by itself and looks as if it did not. */
    private static final int TRIES = 3;

    private final String processor;
    private final Backoff backoff;
    private int failures;
    private int poisoned;
    private long place;

    FailureStreak(String processor, Backoff backoff) {
        this.processor = processor;
        this.backoff = backoff;
    }

    /**
     * One more; says how long to wait before the next try.
     *
     * @param position after which it failed
     */
    Duration add(Throwable failure, long position) {
        if (Poison.isCauseOf(failure)) {
            poisoned = position == place ? poisoned + 1 : 1;
            place = position;
        }
        if (++failures == 1) {
            LOG.warn("Reading {} fails; trying again until it works", processor, failure);
        }
        return backoff.delay(failures);
    }

    /** Whether it failed so often at one place that the fault is taken for an event's. */
    boolean isPoisoned() {
        return poisoned >= TRIES;
    }

    /** It works, perhaps again. */
    void end() {
        poisoned = 0;
        if (failures > 0) {
            LOG.info("Reading {} works again after {} failures", processor, failures);
            failures = 0;
        }
    }
}
