package dev.headway.contracts.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayOrInstantTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00Z",
        "1900-01-01, 1900-01-01T00:00:00Z",
        "9999-12-31, 9999-12-31T00:00:00Z",
        "2026-01-31T09:30Z, 2026-01-31T09:30:00Z",
        "2026-01-31T09:30:00.5+01:00, 2026-01-31T08:30:00.500Z",
        "2026-01-31T09:30:00.123456789Z, 2026-01-31T09:30:00.123456Z",
    })
    void a_date_is_its_midnight_and_an_instant_itself(String text, Instant at) {
        assertThat(DayOrInstant.parse(text)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "0001-01-01",
                "0202-01-31",
                "1900-01-01T00:30:00+01:00",
                "0000-01-01"
            })
    void nothing_lies_before_1900(String text) {
        assertThatThrownBy(() -> DayOrInstant.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("lies before 1900");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-02-30",
                "2026-1-31",
                "+2026-01-31",
                "2026-01-31t09:30:00z",
                "2026-01-31T09:30:00",
                "2026-01-31T09:30:00.Z",
                "2026-01-31T09:30:00+01",
                "2026-01-31T09:30:00+01:00:30",
                "2026-01-31T24:00:00Z",
                "9999-12-31T23:59:59-18:00",
                " 2026-01-31",
            })
    void what_is_neither_is_refused(String text) {
        assertThatThrownBy(() -> DayOrInstant.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessageStartingWith("is neither a date");
    }

    @Test
    void the_message_goes_on_from_what_was_written() {
        assertThatThrownBy(() -> DayOrInstant.parse("31.1.2026"))
                .hasMessage(
                        "is neither a date as 2026-01-31 nor an instant as 2026-01-31T09:30:00Z");
    }
}
