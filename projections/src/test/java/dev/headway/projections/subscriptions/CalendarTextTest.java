package dev.headway.projections.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people wrote is text in a calendar, and nothing else. */
class CalendarTextTest {

    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reef\r\nEND:VEVENT\r\nBEGIN:VALARM",
                "Reef\nX-EVIL:1",
                "Reef\rX-EVIL:1",
                "Reef\u2028X-EVIL:1\u0085X-EVIL:2",
                "<script>alert(1)</script>",
                "a;b,c\\n\\",
                "\u202eevil\u202c \u2067turned",
                "\ud800 half \udc00",
                "漁網と海の提携先、とても長い名前が続きます、とても長い名前が続きます",
                "👩‍🚀🏴‍☠️🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀"
            })
    void a_hostile_name_is_one_property_in_lines_of_75_octets(String name) {
        var text = calendar(name);
        var lines = text.split("\r\n");

        assertThat(text).endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n", "\u202e", "\u2067");
        assertThat(lines)
                .allSatisfy(
                        line ->
                                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                        .isBetween(1, 75));
        assertThat(Arrays.stream(lines).filter(line -> !line.startsWith(" ")))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Headway//Headway//EN",
                        "CALSCALE:GREGORIAN",
                        "METHOD:PUBLISH",
                        "NAME:Headway",
                        "X-WR-CALNAME:Headway",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "BEGIN:VEVENT",
                        "UID:step-1@headway",
                        "DTSTAMP:20261201T000000Z",
                        "DTSTART;VALUE=DATE:20261201",
                        first(lines, "SUMMARY:"),
                        "URL:http://headway/partnerships/reef",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void a_folded_line_unfolds_to_what_was_written() {
        var name = "漁網と海の提携先🚀".repeat(20);

        assertThat(calendar(name).replace("\r\n ", "")).contains("SUMMARY:" + name + "\r\n");
    }

    @Test
    void what_means_something_in_a_text_is_escaped() {
        assertThat(CalendarText.escaped("a;b,c\\d")).isEqualTo("a\\;b\\,c\\\\d");
        assertThat(CalendarText.escaped(" two\r\nlines ")).isEqualTo("two lines");
    }

    @Test
    void ten_kilobytes_are_cut() {
        assertThat(CalendarText.escaped("x".repeat(10_240))).hasSize(300).endsWith("x…");
    }

    @Test
    void an_instant_is_an_instant() {
        var entry =
                new CalendarEntry("step-1", "reef", Instant.parse("2026-12-01T09:30:00Z"), "Call");

        assertThat(CalendarText.of("Headway", List.of(entry), "http://headway"))
                .contains("\r\nDTSTART:20261201T093000Z\r\n");
    }

    private static String first(String[] lines, String property) {
        return Arrays.stream(lines)
                .filter(line -> line.startsWith(property))
                .findFirst()
                .orElseThrow();
    }

    private static String calendar(String summary) {
        var entry = new CalendarEntry("step-1", "reef", DAY, summary);
        return CalendarText.of("Headway", List.of(entry), "http://headway");
    }
}
