package dev.headway.projections.processing;

import dev.headway.projections.scheduling.Backoff;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A processor's failures in a row: the first of them is logged, and their end. */
final class FailureStreak {

    private static final Logger LOG = LoggerFactory.getLogger(FailureStreak.class);

    private final String processor;
    private final Backoff backoff;
    private int failures;

    FailureStreak(String processor, Backoff backoff) {
        this.processor = processor;
        this.backoff = backoff;
    }

    /** One more; says how long to wait before the next try. */
    Duration add(Throwable failure) {
        if (++failures == 1) {
            LOG.warn("Reading {} fails; trying again until it works", processor, failure);
        }
        return backoff.delay(failures);
    }

    /** It works, perhaps again. */
    void end() {
        if (failures > 0) {
            LOG.info("Reading {} works again after {} failures", processor, failures);
            failures = 0;
        }
    }
}
