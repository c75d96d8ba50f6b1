package dev.headway.projections.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waits of projections and of messages. */
class BackoffTest {

    private final SplittableRandom random = new SplittableRandom(20_261_127);

    @ParameterizedTest
    @CsvSource({
        "PT0.1S, PT6.4S,          1, PT0.1S",
        "PT0.1S, PT6.4S,          2, PT0.2S",
        "PT0.1S, PT6.4S,          7, PT6.4S",
        "PT0.1S, PT6.4S,          8, PT6.4S",
        "PT0.1S, PT6.4S, 2147483647, PT6.4S",
        "PT1S,   PT4H,            1, PT1S",
        "PT1S,   PT4H,            2, PT2S",
        "PT1S,   PT4H,           14, PT8192S",
        "PT1S,   PT4H,           15, PT4H",
        "PT1S,   PT4H,   2147483647, PT4H"
    })
    void a_wait_doubles_up_to_the_longest_and_is_somewhere_between_half_of_it_and_the_whole(
            Duration initial, Duration max, int failures, Duration whole) {
        var waits = waits(new Backoff(initial, max, random), failures);

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(whole.dividedBy(2), whole));
    }

    @Test
    void nobody_waits_in_step_with_others() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofHours(4), random);

        assertThat(IntStream.range(0, 100).mapToObj(_ -> backoff.delay(1)).distinct())
                .hasSizeGreaterThan(50);
    }

    private static Iterable<Duration> waits(Backoff backoff, int failures) {
        return IntStream.range(0, 1_000).mapToObj(_ -> backoff.delay(failures)).toList();
    }
}
