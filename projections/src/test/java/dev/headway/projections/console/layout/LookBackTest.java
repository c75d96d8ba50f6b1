package dev.headway.projections.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people mean by the day to which they look back. */
class LookBackTest {

    private static final Instant NOW = Instant.parse("2026-11-30T18:30:00Z");
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @Test
    void a_day_is_good_to_its_end_where_people_work() {
        assertThat(asked("2026-11-27", "", ZURICH)).isEqualTo("2026-11-27T22:59:59.999999Z");
        assertThat(asked("2026-11-27", "", ZoneOffset.UTC))
                .isEqualTo("2026-11-27T23:59:59.999999Z");
    }

    @Test
    void today_is_good_until_now() {
        assertThat(asked("2026-11-30", "", ZURICH)).isEqualTo(NOW.toString());
        assertThat(lookBack("2026-11-30", "", ZURICH).at()).isEqualTo(NOW);
    }

    @Test
    void a_time_of_the_day_tells_before_from_after() {
        assertThat(asked("2026-11-30", "14:30", ZURICH)).isEqualTo("2026-11-30T13:30:00Z");
    }

    @Test
    void an_instant_is_an_instant() {
        assertThat(asked("2025-04-01T12:00:00Z", "", ZURICH)).isEqualTo("2025-04-01T12:00:00Z");
    }

    @Test
    void what_lies_ahead_or_is_no_time_is_left_to_the_api_to_refuse() {
        assertThat(asked("2026-12-24", "", ZURICH)).startsWith("2026-12-24T");
        assertThat(lookBack("2026-12-24", "", ZURICH).at()).isNull();
        assertThat(asked("yesterday", "", ZURICH)).isEqualTo("yesterday");
        assertThat(asked("2026-11-27", "25:00", ZURICH)).isEqualTo("2026-11-27T25:00");
    }

    @Test
    void it_goes_on_as_it_was_typed() {
        var back = new LookBack("2026-11-27", "14:30", "recorded", NOW, ZURICH);

        assertThat(back.query()).isEqualTo("?asOf=2026-11-27&asOfAt=14%3A30&asOfTime=recorded");
        assertThat(back.asked().get("asOfTime")).isEqualTo(List.of("recorded"));
    }

    private static String asked(String day, String clock, ZoneId zone) {
        return lookBack(day, clock, zone).asked().getOrDefault("asOf", List.of("")).getFirst();
    }

    private static LookBack lookBack(String day, String clock, ZoneId zone) {
        return new LookBack(day, clock, "effective", NOW, zone);
    }
}
