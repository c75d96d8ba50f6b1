package dev.headway.projections.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Days from one to another. An instant lies in it from when the first of them begins where people
 * work; what was given as a day, and is stored as midnight UTC of it, lies in it if the day does.
 *
 * @param from the first instant
 * @param to the first one after it
 * @param fromDay the first day, as days are stored
 * @param toDay the first one after it
 */
public record Period(Instant from, Instant to, Instant fromDay, Instant toDay) {

    static Period of(LocalDate first, LocalDate after, ZoneId zone) {
        return new Period(
                first.atStartOfDay(zone).toInstant(),
                after.atStartOfDay(zone).toInstant(),
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                after.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Before this nothing of it is stored, neither an instant nor a day. */
    public Instant earliest() {
        return from.isBefore(fromDay) ? from : fromDay;
    }

    /** From this on nothing of it is stored. */
    public Instant latest() {
        return to.isAfter(toDay) ? to : toDay;
    }
}
