package dev.headway.contracts.written;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * When what is due is over. A date is stored as midnight UTC of its day and is over when that day
 * ends where people work; every other instant is over when it comes.
 */
public final class DueDay {

    private DueDay() {}

    /** Whether a due date was given as a day: whatever lies on midnight UTC is taken for one. */
    public static boolean isDay(Instant due) {
        return due.getNano() == 0 && due.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0;
    }

    /**
     * The first instant at which {@code due} is over.
     *
     * @param due as stored
     * @param zone where a day ends
     */
    public static Instant endsAt(Instant due, ZoneId zone) {
        return isDay(due) ? dayOf(due).plusDays(1).atStartOfDay(zone).toInstant() : due;
    }

    /** The first instant of {@code due}: when its day begins in {@code zone}, or the instant. */
    public static Instant beginsAt(Instant due, ZoneId zone) {
        return isDay(due) ? dayOf(due).atStartOfDay(zone).toInstant() : due;
    }

    /** Whether {@code due} is over at {@code now}: never on the day itself. */
    public static boolean isOver(Instant due, Instant now, ZoneId zone) {
        return !now.isBefore(endsAt(due, zone));
    }

    private static LocalDate dayOf(Instant due) {
        return due.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
