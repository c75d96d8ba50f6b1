package dev.headway.projections.questions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When a customer first used the combined experience, and how long that took. */
public final class FirstUse {

    private static final double MICROS_A_DAY = 86_400e6;

    private FirstUse() {}

    /** The earlier of what was known and another use. */
    public static Instant earlier(@Nullable Instant known, Instant use) {
        return known != null && known.isBefore(use) ? known : use;
    }

    /** Days of 24 hours; negative where it was used before. */
    public static double daysBetween(Instant from, Instant firstUse) {
        return from.until(firstUse, ChronoUnit.MICROS) / MICROS_A_DAY;
    }

    /** The same, to two digits. */
    public static BigDecimal days(Instant from, Instant firstUse) {
        return BigDecimal.valueOf(daysBetween(from, firstUse)).setScale(2, RoundingMode.HALF_UP);
    }
}
