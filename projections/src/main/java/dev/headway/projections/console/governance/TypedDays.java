package dev.headway.projections.console.governance;

import dev.headway.projections.console.layout.CalendarZone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The days that people type as the first and the last one, for the API, which asks for instants: a
 * day begins and ends where people work, and the last one is meant as a whole.
 */
@Component
class TypedDays {

    private final ZoneId zone;

    TypedDays(CalendarZone zone) {
        this.zone = zone.id();
    }

    /** With {@code from} and {@code to} for the API, where they are there. */
    void mean(Map<String, List<String>> asked) {
        asked.computeIfPresent("from", (_, typed) -> each(typed, 0));
        asked.computeIfPresent("to", (_, typed) -> each(typed, 1));
    }

    private List<String> each(List<String> typed, int days) {
        return typed.stream().map(each -> startOf(each, days)).toList();
    }

    private String startOf(String typed, int days) {
        try {
            return LocalDate.parse(typed).plusDays(days).atStartOfDay(zone).toInstant().toString();
        } catch (DateTimeException _) {
            return typed; // an instant, or something of which the API says what is wrong with it
        }
    }
}
