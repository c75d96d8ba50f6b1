package dev.headway.projections.calendar;

import dev.headway.contracts.written.DueDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Three months of a year.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final Pattern WRITTEN = Pattern.compile("(19[0-9]{2}|[2-9][0-9]{3})-Q([1-4])");
    private static final int MONTHS = 3;

    /** Written as {@code 2026-Q3}; empty for what is none since 1900. */
    public static Optional<Quarter> parse(String text) {
        var match = WRITTEN.matcher(text);
        return match.matches()
                ? Optional.of(
                        new Quarter(
                                Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    /** The last one that is over on a day. */
    public static Quarter before(LocalDate day) {
        var then = day.minusMonths(MONTHS);
        return new Quarter(then.getYear(), then.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** The one that an instant lies in, and what was given as a day by its day. */
    public static Quarter of(Instant at, ZoneId zone) {
        var day = DueDay.beginsAt(at, zone).atZone(zone).toLocalDate();
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    public boolean has(Instant at, ZoneId zone) {
        return of(at, zone).equals(this);
    }

    /** Its first instant. */
    public Instant from(ZoneId zone) {
        return firstDay().atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    public Instant to(ZoneId zone) {
        return firstDay().plusMonths(MONTHS).atStartOfDay(zone).toInstant();
    }

    /** As a period of days, which begin in a zone. */
    public Period period(ZoneId zone) {
        return Period.of(firstDay(), firstDay().plusMonths(MONTHS), zone);
    }

    private LocalDate firstDay() {
        return Year.of(year).atMonth(MONTHS * (number - 1) + 1).atDay(1);
    }

    @Override
    public int compareTo(Quarter other) {
        return firstDay().compareTo(other.firstDay());
    }

    @Override
    public String toString() {
        return "%d-Q%d".formatted(year, number);
    }
}
