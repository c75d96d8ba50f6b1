package dev.headway.projections.rebuilds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.rebuilds.RebuildProgress.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RebuildProgressTest {

    private static final Instant BEGUN = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void its_pace_is_that_since_it_began() {
        var half = progress(BEGUN, 10_000, 5_000, 4, null);

        assertThat(half.state()).isEqualTo(State.BUILDING);
        assertThat(half.eventsPerSecond()).hasValue(1_250);
        assertThat(half.secondsFor(10_000)).hasValue(4);
        assertThat(half.secondsFor(10_001)).hasValue(5);
        assertThat(half.secondsFor(-3)).hasValue(0);
    }

    @Test
    void before_the_first_batch_nothing_is_known_of_its_pace() {
        var begun = progress(BEGUN, 0, 0, 0, null);

        assertThat(begun.state()).isEqualTo(State.BUILDING);
        assertThat(begun.eventsPerSecond()).isEmpty();
        assertThat(begun.secondsFor(10)).isEmpty();
    }

    @Test
    void what_waits_or_was_given_up_has_no_pace() {
        assertThat(progress(null, 0, 0, 0, null).state()).isEqualTo(State.WAITING);
        var failed = progress(BEGUN, 10, 10, 1, "java.lang.IllegalStateException");
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.eventsPerSecond()).isEmpty();
    }

    private static RebuildProgress progress(
            @Nullable Instant begun,
            long position,
            long events,
            double seconds,
            @Nullable String failure) {
        return new RebuildProgress("people", BEGUN, begun, position, events, seconds, failure);
    }
}
