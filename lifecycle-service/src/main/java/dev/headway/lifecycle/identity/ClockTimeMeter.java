package dev.headway.lifecycle.identity;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/** The service's clock, as Bucket4j asks for the time. */
record ClockTimeMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        var now = clock.instant();
        return Duration.ofSeconds(now.getEpochSecond(), now.getNano()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
