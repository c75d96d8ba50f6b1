package dev.headway.projections.console.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.console.layout.CalendarZone;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days are where people work, and what is no day is the API's to judge. */
class TypedDaysTest {

    @Test
    void the_first_begins_and_the_last_ends_where_people_work() {
        assertThat(meant("America/New_York", "2026-03-07", "2026-03-08"))
                .containsEntry("from", List.of("2026-03-07T05:00:00Z"))
                .containsEntry("to", List.of("2026-03-09T04:00:00Z"));
        assertThat(meant("Pacific/Auckland", "2026-01-01", "2026-01-01"))
                .containsEntry("from", List.of("2025-12-31T11:00:00Z"))
                .containsEntry("to", List.of("2026-01-01T11:00:00Z"));
    }

    @Test
    void an_instant_and_nonsense_stay_as_they_were_typed() {
        assertThat(meant("UTC", "2026-03-07T05:00:00Z", "soon"))
                .containsEntry("from", List.of("2026-03-07T05:00:00Z"))
                .containsEntry("to", List.of("soon"));
        assertThat(meant("UTC", "+999999999-12-31", "+999999999-12-31"))
                .containsEntry("to", List.of("+999999999-12-31"));
    }

    private static Map<String, List<String>> meant(String zone, String from, String to) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put("from", List.of(from));
        asked.put("to", List.of(to));
        new TypedDays(new CalendarZone(ZoneId.of(zone))).mean(asked);
        return asked;
    }
}
