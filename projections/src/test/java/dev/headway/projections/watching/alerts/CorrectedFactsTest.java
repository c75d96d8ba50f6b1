package dev.headway.projections.watching.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An alert is about what holds once corrections are heeded, and about the event that began it. */
class CorrectedFactsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final AllianceFixture alliance = new AllianceFixture();
    private final WatchingFixture watching =
            new WatchingFixture(TestDatabase.migrated(), alliance, "team");

    @Test
    void what_is_recorded_anew_and_still_overdue_is_told_once() {
        alliance.watchingOnly("step-overdue");
        var acme = alliance.launched("Acme");
        var due = alliance.now().plus(DAY);
        var planned = alliance.store(acme, step("Train", due));
        passes(DAY.multipliedBy(6));
        assertThat(watching.alerts()).hasSize(1);

        alliance.correct(acme, withdrawn(planned, "StepPlanned"), step("Train sales", due));
        watching.watch();

        assertThat(watching.alerts())
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.status()).isEqualTo("OPEN");
                            assertThat(alert.about()).isEqualTo("Train sales");
                        });
        assertThat(watching.told()).isEqualTo(1);
    }

    @Test
    void a_waiver_expired_when_it_did_whatever_else_was_withdrawn_since() {
        alliance.watchingOnly("waiver-expired");
        var acme = alliance.piloting("Acme");
        var until = alliance.now().plus(DAY.multipliedBy(5));
        alliance.store(
                acme,
                new WaiverRequested("w", "teams-consent", "Soon", until, "ana", alliance.now()));
        var granted = alliance.store(acme, new WaiverGranted("w", "Fine", "bo", alliance.now()));
        passes(DAY.multipliedBy(8));
        var call = alliance.touchpoint(acme);
        watching.watch();
        alliance.store(acme, withdrawn(call, "TouchpointRecorded"));
        watching.watch();

        assertThat(watching.alerts())
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.status()).isEqualTo("OPEN");
                            assertThat(alert.anchorEventId()).isEqualTo(granted);
                        });
    }

    private StepPlanned step(String title, Instant due) {
        return new StepPlanned("train", title, "ana", "OURS", due, alliance.now());
    }

    private FactWithdrawn withdrawn(String event, String kind) {
        return new FactWithdrawn(event, kind, "A typing error", alliance.now());
    }

    private void passes(Duration time) {
        watching.watch();
        alliance.clock.advance(time);
        watching.watch();
    }
}
