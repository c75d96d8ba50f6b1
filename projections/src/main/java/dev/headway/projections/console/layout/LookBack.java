package dev.headway.projections.console.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A time to look back to, as people mean it. A day is good to its end, where people work; today is
 * good until now; with a time of day beside it, until then. The API takes a date for its midnight,
 * so it is asked for the instant that is meant. What is neither, or lies ahead, stays as it was
 * typed, and the API says what is wrong with it.
 *
 * @param day a date, or an instant, as the address has it; empty for the present
 * @param clock a time of that day, {@code 14:30}, or empty
 * @param time {@code recorded} or {@code effective}, or empty
 * @param zone where the day begins and ends
 */
public record LookBack(String day, String clock, String time, Instant now, ZoneId zone) {

    private static final String DAY = "asOf";
    private static final String CLOCK = "asOfAt";
    private static final String TIME = "asOfTime";

    static LookBack of(MultiValueMap<String, String> parameters, Instant now, ZoneId zone) {
        return new LookBack(
                one(parameters, DAY), one(parameters, CLOCK), one(parameters, TIME), now, zone);
    }

    private static String one(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Whether it is about how things stood, and not about how they stand. */
    public boolean isAsked() {
        return !day.isEmpty();
    }

    /** Whether a field for a date can hold what was typed. */
    public boolean isDay() {
        return date() != null;
    }

    public boolean isEffective() {
        return time.equals("effective");
    }

    /** The instant that is meant; null where nobody knows, and for what lies ahead. */
    public @Nullable Instant at() {
        var at = meant();
        return at == null || at.isAfter(now) ? null : at;
    }

    /** For the API; empty for the present. */
    public Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        if (isAsked()) {
            var at = meant();
            asked.put(DAY, List.of(at == null ? day + typedClock() : at.toString()));
            put(asked, TIME, time);
        }
        return asked;
    }

    /** As an address has it, for whoever goes on from here; empty for the present. */
    public Map<String, List<String>> typed() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        if (isAsked()) {
            put(typed, DAY, day);
            put(typed, CLOCK, clock);
            put(typed, TIME, time);
        }
        return typed;
    }

    private static void put(Map<String, List<String>> typed, String name, String value) {
        if (!value.isEmpty()) {
            typed.put(name, List.of(value));
        }
    }

    /** As an address ends with it; empty for the present. */
    public String query() {
        return isAsked() ? "?" + QueryText.of(typed()) : "";
    }

    /** "30 November 2026, at its end", "30 November 2026, 14:30 (UTC)". */
    public String said(Times times) {
        if (!isDay()) {
            return times.said(day);
        }
        if (!clock.isEmpty()) {
            return "%s, %s (%s)".formatted(times.said(day), clock, place());
        }
        return times.said(day) + (isToday() ? ", until now" : ", at its end");
    }

    /** Where its days begin and end, for whoever chooses one. */
    public String place() {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }

    private boolean isToday() {
        return now.atZone(zone).toLocalDate().equals(date());
    }

    private @Nullable Instant meant() {
        var date = date();
        try {
            if (date == null) {
                return Instant.parse(day);
            }
            if (!clock.isEmpty()) {
                return date.atTime(LocalTime.parse(clock)).atZone(zone).toInstant();
            }
            return isToday() ? now : lastOf(date);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** As fine as what is recorded. */
    private Instant lastOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private String typedClock() {
        return clock.isEmpty() ? "" : "T" + clock;
    }

    private @Nullable LocalDate date() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
