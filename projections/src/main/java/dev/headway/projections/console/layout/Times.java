package dev.headway.projections.console.layout;

import dev.headway.contracts.written.DueDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as whoever reads a page has them, with UTC beside them. What was given as a day is that day
 * wherever it is read.
 */
public record Times(Instant now, ZoneId zone) {

    private static final DateTimeFormatter DAY = english("d MMM");
    private static final DateTimeFormatter DAY_OF_YEAR = english("d MMM yyyy");
    private static final DateTimeFormatter MINUTE = english("d MMM yyyy, HH:mm");
    private static final DateTimeFormatter LONG_DAY = english("d MMMM yyyy");
    private static final DateTimeFormatter UTC = english("d MMM yyyy, HH:mm:ss 'UTC'");
    private static final DateTimeFormatter FIELD = english("yyyy-MM-dd");

    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    /** "24 Nov", with the year where it is another one. */
    public String day(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        var there = there(at);
        return (there.getYear() == now.atZone(zone).getYear() ? DAY : DAY_OF_YEAR).format(there);
    }

    /** "24 Nov 2026, 08:14"; a day alone where a day was given. */
    public String minute(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        return (DueDay.isDay(at) ? DAY_OF_YEAR : MINUTE).format(there(at));
    }

    /** A day or an instant of an address: "1 January 2024"; what is neither, as it is. */
    public String said(String typed) {
        try {
            return typed.contains("T")
                    ? minute(Instant.parse(typed))
                    : LONG_DAY.format(LocalDate.parse(typed));
        } catch (DateTimeException _) {
            return typed;
        }
    }

    /** For whoever hovers over it. */
    public String utc(@Nullable Instant at) {
        return at == null ? "" : UTC.format(at.atZone(ZoneOffset.UTC));
    }

    /** As a field for a date has it. */
    public String field(@Nullable Instant at) {
        return at == null ? "" : FIELD.format(there(at));
    }

    /** "in 5 days", "today", "3 days ago". */
    public String distance(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        var days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), there(at).toLocalDate());
        if (days == 0) {
            return "today";
        }
        return days > 0 ? "in " + Words.count(days, "day") : Words.count(-days, "day") + " ago";
    }

    /** Whether a day lies before the one of an instant. */
    public boolean isBefore(LocalDate day, Instant at) {
        return day.isBefore(there(at).toLocalDate());
    }

    public boolean isPast(@Nullable Instant at) {
        return at != null && DueDay.isOver(at, now, zone);
    }

    private ZonedDateTime there(Instant at) {
        return at.atZone(DueDay.isDay(at) ? ZoneOffset.UTC : zone);
    }
}
