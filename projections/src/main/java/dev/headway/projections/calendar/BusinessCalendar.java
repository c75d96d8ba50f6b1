package dev.headway.projections.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Days and hours on which people work. Pure: the same instants always fall on the same days.
 *
 * @param zone where a day begins and ends
 * @param days the days of a week that are worked
 * @param holidays dates in {@code zone} that are not
 * @param opens the local time at which a working day begins
 * @param closes the local time at which it ends, not itself part of it; {@link LocalTime#MIN} is
 *     the end of the day
 */
public record BusinessCalendar(
        ZoneId zone,
        Set<DayOfWeek> days,
        Set<LocalDate> holidays,
        LocalTime opens,
        LocalTime closes) {

    /** Monday to Friday, the whole day, in UTC: what holds unless something else is configured. */
    public static final BusinessCalendar WEEKDAYS_UTC =
            new BusinessCalendar(
                    ZoneOffset.UTC,
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    Set.of(),
                    LocalTime.MIN,
                    LocalTime.MIN);

    /** Holidays in a row beyond this are a mistake in the configuration. */
    private static final int LONGEST_BREAK = 366;

    /**
     * @throws IllegalArgumentException if no day of the week is worked, or it closes before it
     *     opens
     */
    public BusinessCalendar {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs a working day");
        }
        if (!closes.equals(LocalTime.MIN) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("A working day opens before it closes");
        }
    }

    /** The date in the calendar's zone. */
    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    public boolean isBusinessDay(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** Whether people work at this instant: the day, and the hours of it. */
    public boolean isOpenAt(Instant at) {
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        return isBusinessDay(local.toLocalDate())
                && !time.isBefore(opens)
                && (closes.equals(LocalTime.MIN) || time.isBefore(closes));
    }

    /**
     * The first instant from {@code at} on at which people work, {@code at} itself if they do.
     *
     * @throws IllegalStateException if there is none within a year
     */
    public Instant nextOpening(Instant at) {
        if (isOpenAt(at)) {
            return at;
        }
        var today = opensOn(dateOf(at));
        var day = today.toInstant().isAfter(at) ? dateOf(at) : dateOf(at).plusDays(1);
        return opensOn(businessDayFrom(day)).toInstant();
    }

    /**
     * The same local time so many business days later. From a day that is not worked, counting
     * begins with the start of the next one that is.
     */
    public Instant plusBusinessDays(Instant from, int count) {
        var start = from.atZone(zone);
        if (!isBusinessDay(start.toLocalDate())) {
            start = businessDayFrom(start.toLocalDate()).atStartOfDay(zone);
        }
        var date = start.toLocalDate();
        for (int i = 0; i < count; i++) {
            date = businessDayFrom(date.plusDays(1));
        }
        return date.atTime(start.toLocalTime()).atZone(zone).toInstant();
    }

    private ZonedDateTime opensOn(LocalDate date) {
        return date.atTime(opens).atZone(zone);
    }

    private LocalDate businessDayFrom(LocalDate date) {
        for (int i = 0; i <= LONGEST_BREAK; i++) {
            if (isBusinessDay(date.plusDays(i))) {
                return date.plusDays(i);
            }
        }
        throw new IllegalStateException("No working day within a year of " + date);
    }
}
