package dev.headway.projections.watching.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The sweep comes again for as long as the application runs. */
class SweepScheduleTest {

    private final AllianceFixture alliance = new AllianceFixture().watchingOnly("ghost-town");

    @Test
    void a_sweep_that_ends_in_an_error_is_followed_by_one_that_raises() {
        var looks = new AtomicInteger();
        var clock = failingAtFirst(looks);
        var watching = new WatchingFixture(TestDatabase.migrated(), alliance, clock, "team");
        alliance.piloting("Quiet");
        alliance.clock.advance(Duration.ofDays(60));
        watching.read();
        var sweeping = watching.sweeping();

        sweeping.start();
        try {
            await().until(() -> !watching.alerts().isEmpty());
        } finally {
            sweeping.stop();
        }

        assertThat(watching.alerts()).hasSize(1);
        assertThat(looks).hasValueGreaterThan(1);
    }

    /** At its first look; later it is as late as in the alliance. */
    private Clock failingAtFirst(AtomicInteger looks) {
        InstantSource source =
                () -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new StackOverflowError("planted");
                    }
                    return alliance.now();
                };
        return source.withZone(ZoneOffset.UTC);
    }
}
