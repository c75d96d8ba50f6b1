package dev.headway.contracts.written;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A time as people write it: a date, which is midnight UTC of its day, or an instant with an
 * offset. Bodies, cells of an import and parameters take exactly the same ones. Nothing lies before
 * 1900, which is the mistyped century of everything that did, nor after 9999.
 */
public final class DayOrInstant {

    /** As the REST promise has it. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?"
                            + "(Z|[+-][0-9]{2}:[0-9]{2}))?");

    private static final int DATE = "2026-01-31".length();
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private DayOrInstant() {}

    /**
     * The instant, in the microseconds that PostgreSQL keeps.
     *
     * @throws DateTimeException saying in words for people what is wrong with the text
     */
    public static Instant parse(String text) {
        var at = instant(text);
        var year = at.atOffset(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR) {
            throw new DateTimeException("lies before 1900");
        }
        if (year > LAST_YEAR) {
            throw neither();
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant instant(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw neither();
        }
        try {
            return text.length() == DATE
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw neither();
        }
    }

    private static DateTimeException neither() {
        return new DateTimeException(
                "is neither a date as 2026-01-31 nor an instant as 2026-01-31T09:30:00Z");
    }
}
