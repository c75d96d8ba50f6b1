package dev.headway.projections.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three months of a year, in the zone in which days begin. */
class QuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2025-Q4",
        "2026-03-31, 2025-Q4",
        "2026-04-01, 2026-Q1",
        "2026-05-31, 2026-Q1",
        "2026-08-31, 2026-Q2",
        "2026-12-31, 2026-Q3"
    })
    void the_last_one_is_over_on_the_day(LocalDate day, String quarter) {
        assertThat(Quarter.before(day)).hasToString(quarter);
    }

    @Test
    void it_begins_at_midnight_where_the_program_is() {
        var quarter = Quarter.parse("2026-Q2").orElseThrow();

        assertThat(quarter.from(ZoneId.of("Europe/Berlin")))
                .isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(quarter.to(ZoneId.of("Europe/Berlin")))
                .isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(Quarter.parse("2025-Q4").orElseThrow().to(ZoneOffset.UTC))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void what_was_given_as_a_day_is_of_the_quarter_of_that_day_wherever_people_work() {
        var day = Instant.parse("2026-04-01T00:00:00Z");
        var second = Quarter.parse("2026-Q2").orElseThrow();
        var newYork = ZoneId.of("America/New_York");

        for (var zone : new ZoneId[] {newYork, ZoneOffset.UTC, ZoneId.of("Pacific/Auckland")}) {
            assertThat(Quarter.of(day, zone)).as("%s", zone).isEqualTo(second);
            assertThat(second.period(zone).fromDay()).isEqualTo(day);
        }
        assertThat(Quarter.of(day.plusSeconds(1), newYork)).hasToString("2026-Q1");
        assertThat(second.period(newYork).earliest()).isEqualTo(day);
        assertThat(second.period(newYork).latest()).isEqualTo(second.to(newYork));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-Q0", "2026-Q5", "2026-q1", "1899-Q4", "26-Q1"})
    void whatever_else_is_written_is_none(String text) {
        assertThat(Quarter.parse(text)).isEmpty();
    }
}
