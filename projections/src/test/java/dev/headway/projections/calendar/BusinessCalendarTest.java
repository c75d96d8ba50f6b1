package dev.headway.projections.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are counted as people count them: in their zone, over weekends, leap days and DST. */
class BusinessCalendarTest {

    private static final BusinessCalendar UTC = BusinessCalendar.WEEKDAYS_UTC;
    private static final BusinessCalendar ZURICH =
            new BusinessCalendar(
                    ZoneId.of("Europe/Zurich"),
                    UTC.days(),
                    Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06")),
                    LocalTime.parse("08:00"),
                    LocalTime.parse("18:00"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T15:00:00Z, 5, 2026-03-13T15:00:00Z", // Friday to Friday
        "2026-03-07T15:00:00Z, 5, 2026-03-16T00:00:00Z", // from Saturday counts as from Monday
        "2028-02-28T09:00:00Z, 1, 2028-02-29T09:00:00Z", // a leap day is a day
        "2028-02-29T09:00:00Z, 5, 2028-03-07T09:00:00Z",
        "2026-12-31T23:59:59Z, 1, 2027-01-01T23:59:59Z" // no holidays unless configured
    })
    void business_days_are_counted_from_day_to_day(Instant from, int days, Instant to) {
        assertThat(UTC.plusBusinessDays(from, days)).isEqualTo(to);
    }

    @Test
    void the_local_time_stays_when_the_clocks_change() {
        // Sunday 2026-03-29 the clocks go forward: 09:00 is 08:00Z before and 07:00Z after.
        assertThat(ZURICH.plusBusinessDays(Instant.parse("2026-03-27T08:00:00Z"), 1))
                .isEqualTo("2026-03-30T07:00:00Z");
        assertThat(ZURICH.plusBusinessDays(Instant.parse("2026-10-23T07:00:00Z"), 1))
                .isEqualTo("2026-10-26T08:00:00Z");
    }

    @Test
    void holidays_do_not_count() {
        assertThat(ZURICH.plusBusinessDays(Instant.parse("2026-04-02T10:00:00Z"), 1))
                .isEqualTo("2026-04-07T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:00:00Z, true", // 08:00
        "2026-03-02T06:59:59Z, false",
        "2026-03-02T16:59:59Z, true",
        "2026-03-02T17:00:00Z, false", // 18:00
        "2026-03-07T10:00:00Z, false", // Saturday
        "2026-04-03T10:00:00Z, false", // a holiday
        "2026-07-01T06:00:00Z, true" // 08:00 in summer
    })
    void it_is_open_on_working_days_within_the_hours(Instant at, boolean open) {
        assertThat(ZURICH.isOpenAt(at)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z",
        "2026-03-02T05:00:00Z, 2026-03-02T07:00:00Z",
        "2026-03-06T17:00:00Z, 2026-03-09T07:00:00Z",
        "2026-03-28T12:00:00Z, 2026-03-30T06:00:00Z", // over the change of clocks
        "2026-04-02T20:00:00Z, 2026-04-07T06:00:00Z" // over Easter
    })
    void the_next_opening_is_now_or_the_start_of_a_working_day(Instant at, Instant opening) {
        assertThat(ZURICH.nextOpening(at)).isEqualTo(opening);
    }

    @Test
    void a_calendar_without_a_working_day_or_with_hours_upside_down_is_refused() {
        assertThatThrownBy(
                        () ->
                                new BusinessCalendar(
                                        UTC.zone(),
                                        Set.of(),
                                        Set.of(),
                                        LocalTime.MIN,
                                        LocalTime.MIN))
                .hasMessageContaining("working day");
        assertThatThrownBy(
                        () ->
                                new BusinessCalendar(
                                        UTC.zone(),
                                        Set.of(DayOfWeek.MONDAY),
                                        Set.of(),
                                        LocalTime.NOON,
                                        LocalTime.of(9, 0)))
                .hasMessageContaining("opens before it closes");
    }
}
