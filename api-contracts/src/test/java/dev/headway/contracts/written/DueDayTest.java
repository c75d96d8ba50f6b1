package dev.headway.contracts.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DueDayTest {

    private static final Instant DAY = Instant.parse("2026-03-28T00:00:00Z");

    @Test
    void a_day_is_over_when_it_ends() {
        assertThat(DueDay.endsAt(DAY, ZoneOffset.UTC))
                .isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
    }

    @Test
    void a_day_ends_where_people_work() {
        assertThat(DueDay.endsAt(DAY, ZoneId.of("America/New_York")))
                .isEqualTo(Instant.parse("2026-03-29T04:00:00Z"));
        assertThat(DueDay.endsAt(DAY, ZoneId.of("Asia/Tokyo")))
                .isEqualTo(Instant.parse("2026-03-28T15:00:00Z"));
    }

    @Test
    void a_day_begins_where_people_work() {
        assertThat(DueDay.beginsAt(DAY, ZoneId.of("Asia/Tokyo")))
                .isEqualTo(Instant.parse("2026-03-27T15:00:00Z"));
        assertThat(DueDay.beginsAt(DAY.plusNanos(1), ZoneId.of("Asia/Tokyo")))
                .isEqualTo(DAY.plusNanos(1));
    }

    @Test
    void a_day_of_23_hours_ends_an_hour_earlier() {
        var zurich = ZoneId.of("Europe/Zurich");

        assertThat(DueDay.endsAt(DAY, zurich)).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(DueDay.endsAt(Instant.parse("2026-03-29T00:00:00Z"), zurich))
                .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void an_instant_is_an_instant() {
        var instant = Instant.parse("2026-03-28T00:00:00.000001Z");

        assertThat(DueDay.isDay(instant)).isFalse();
        assertThat(DueDay.endsAt(instant, ZoneId.of("Asia/Tokyo"))).isEqualTo(instant);
        assertThat(DueDay.isDay(Instant.parse("2026-03-28T12:00:00Z"))).isFalse();
        assertThat(DueDay.isDay(Instant.parse("1931-03-28T00:00:00Z"))).isTrue();
    }

    @Test
    void what_is_due_today_is_not_over_today() {
        assertThat(DueDay.isOver(DAY, DAY.plusSeconds(86_399), ZoneOffset.UTC)).isFalse();
        assertThat(DueDay.isOver(DAY, DAY.plusSeconds(86_400), ZoneOffset.UTC)).isTrue();
    }
}
