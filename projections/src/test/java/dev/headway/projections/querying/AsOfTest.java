package dev.headway.projections.querying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is of the past that is asked about. */
class AsOfTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    private static final Instant THE_FIRST = Instant.parse("2025-03-01T00:00:00Z");

    @Test
    void what_happened_on_a_day_had_not_the_day_before_wherever_people_work() {
        assertThat(hadHappened("2025-03-01T04:59:59Z", NEW_YORK)).isFalse();
        assertThat(hadHappened("2025-03-01T05:00:00Z", NEW_YORK)).isTrue();
        assertThat(hadHappened("2025-02-28T10:59:59Z", AUCKLAND)).isFalse();
        assertThat(hadHappened("2025-02-28T11:00:00Z", AUCKLAND)).isTrue();
        assertThat(hadHappened("2025-03-01T00:00:00Z", ZoneOffset.UTC)).isTrue();
    }

    @Test
    void an_instant_is_an_instant_and_so_is_what_was_recorded() {
        var at = Instant.parse("2025-03-01T00:30:00Z");

        assertThat(new AsOf(at, true, NEW_YORK).has(at, at)).isTrue();
        assertThat(new AsOf(THE_FIRST, false, NEW_YORK).has(THE_FIRST, THE_FIRST)).isTrue();
    }

    @Test
    void nothing_of_a_past_has_a_later_time_than_its_latest() {
        var then = new AsOf(Instant.parse("2025-02-28T11:00:00Z"), true, AUCKLAND);

        assertThat(then.has(THE_FIRST, THE_FIRST)).isTrue();
        assertThat(Objects.requireNonNull(then.latest())).isAfterOrEqualTo(THE_FIRST);
    }

    private static boolean hadHappened(String asOf, ZoneId zone) {
        return new AsOf(Instant.parse(asOf), true, zone).has(THE_FIRST, Instant.MAX);
    }
}
