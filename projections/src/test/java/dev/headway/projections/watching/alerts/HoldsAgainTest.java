package dev.headway.projections.watching.alerts;

import static dev.headway.projections.watching.AllianceFixture.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.projections.watching.WatchingFixture.AlertRow;
import dev.headway.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that stopped holding and holds again is raised again, though its anchor never moved. */
class HoldsAgainTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final AllianceFixture alliance = new AllianceFixture();
    private final WatchingFixture watching =
            new WatchingFixture(TestDatabase.migrated(), alliance, "team");
    private String acme = "";

    @Test
    void after_another_pattern_and_back() {
        watchingOnly("seat-vacant");
        alliance.policyFor("REFERRAL", "leverage-claimed");
        acme = alliance.piloting("Acme");
        passes(DAY.multipliedBy(8));
        happens(new PatternChosen("REFERRAL", alliance.now()));
        happens(new PatternChosen("RESELL", alliance.now()));

        wasRaisedTwice();
    }

    @Test
    void after_stepping_back_and_launching_again() {
        watchingOnly("rhythm-missed");
        acme = alliance.launched("Acme");
        happens(new RhythmAgreed(7, "Call", alliance.now()));
        passes(DAY.multipliedBy(20));
        happens(new PartnershipSteppedBack("LAUNCH", "PILOT", "Early", alliance.now()));
        happens(new PartnershipLaunched(null, AllianceFixture.MORNING));

        wasRaisedTwice();
    }

    @Test
    void where_another_stage_has_a_longer_threshold() {
        alliance.watchingOnly("ghost-town")
                .policy(
                        new Threshold("ghost-town", "PILOT", "P90D"),
                        new Threshold("ghost-town", "LAUNCH", "P60D"));
        acme = alliance.launched("Acme");
        passes(DAY.multipliedBy(60));
        happens(new PartnershipSteppedBack("LAUNCH", "PILOT", "Early", alliance.now()));
        assertThat(open()).isEmpty();
        passes(DAY.multipliedBy(30));

        wasRaisedTwice();
    }

    @Test
    void after_a_longer_cadence_that_was_recorded_late() {
        watchingOnly("rhythm-missed");
        acme = alliance.launched("Acme");
        happens(new RhythmAgreed(7, "Call", alliance.now()));
        passes(DAY.multipliedBy(15));
        happens(new RhythmAgreed(30, "Call", AllianceFixture.MORNING.minus(DAY)));
        assertThat(open()).isEmpty();
        passes(DAY.multipliedBy(30));

        wasRaisedTwice();
    }

    @Test
    void when_a_waivers_criterion_is_undone_again() {
        watchingOnly("waiver-expired");
        acme = alliance.piloting("Acme");
        waived("all-seats-filled", DAY.multipliedBy(30));
        passes(DAY.multipliedBy(30));
        happens(new SeatFilled("SUPPORT", "Bo", "OURS", alliance.now()));
        happens(new SeatVacated("SUPPORT", AllianceFixture.MORNING));

        wasRaisedTwice();
    }

    @Test
    void a_bend_that_was_delivered_stays_so_in_the_next_classification() {
        watchingOnly("strategic-in-name-only");
        acme = alliance.piloting("Acme");
        var bend =
                new PromisedBend(
                        "b1", "ROADMAP", "Connector", alliance.now().plus(DAY.multipliedBy(10)));
        happens(new PartnershipClassified("STRATEGIC", List.of(bend), alliance.now()));
        happens(new BendDelivered("b1", "Shipped", alliance.now()));
        happens(new PartnershipClassified("STRATEGIC", List.of(bend), alliance.now()));
        passes(DAY.multipliedBy(40));

        assertThat(watching.alerts()).isEmpty();
    }

    @Test
    void a_measurement_of_another_metric_settles_no_claim() {
        watchingOnly("claim-unsettled");
        acme = alliance.launched("Acme");
        happens(claim("Deals"));
        happens(new MeasurementTaken(BigDecimal.TEN, "Invoices", alliance.now()));
        passes(DAY.multipliedBy(2));
        assertThat(open()).isEmpty();
        happens(claim("Costs"));
        passes(DAY.multipliedBy(2));

        assertThat(open()).hasSize(1);
    }

    @Test
    void a_waivers_criterion_is_undone_and_met_by_time_alone() {
        watchingOnly("waiver-expired");
        acme = alliance.piloting("Acme");
        happens(new TimingRead("x", true, "y", true, alliance.now()));
        happens(
                new PilotScoped(
                        "One", "Ten", alliance.now().plus(DAY.multipliedBy(110)), alliance.now()));
        waived("timing-right", DAY.multipliedBy(10));
        waived("pilot-scoped", DAY.multipliedBy(10));
        passes(DAY.multipliedBy(10));
        assertThat(open()).extracting(AlertRow::about).containsExactly("pilot-scoped");

        passes(DAY.multipliedBy(10));
        assertThat(open()).as("a scope that ends in ninety days").isEmpty();
        assertThat(watching.alerts()).extracting(AlertRow::resolvedBy).containsExactly("TIME");

        passes(DAY.multipliedBy(70));
        assertThat(open())
                .as("a reading of ninety days ago")
                .extracting(AlertRow::about)
                .containsExactly("timing-right");
        watching.rebuild();
        passes(DAY.multipliedBy(20));
        assertThat(open())
                .extracting(AlertRow::about)
                .containsExactlyInAnyOrder("timing-right", "pilot-scoped");
        assertThat(watching.alerts()).hasSize(3);
    }

    @Test
    void a_waivers_criterion_is_asked_for_by_another_policy() {
        acme = alliance.piloting("Acme");
        alliance.watchingOnly("waiver-expired");
        happens(new PatternChosen("REFERRAL", alliance.now()));
        waived("rhythm-agreed", DAY);
        passes(DAY.multipliedBy(2));
        assertThat(open()).hasSize(1);
        alliance.policyFor("REFERRAL", "leverage-claimed");
        watching.watch();
        assertThat(open()).isEmpty();
        assertThat(watching.alerts()).extracting(AlertRow::resolvedBy).containsExactly("POLICY");
        watching.rebuild();
        alliance.policyFor("REFERRAL", "rhythm-agreed");
        watching.watch();

        wasRaisedTwice();
    }

    @Test
    void whatever_stopped_and_began_between_two_looks_is_another_time() {
        watchingOnly("ghost-town");
        acme = alliance.piloting("Acme");
        passes(DAY.multipliedBy(60));
        alliance.policy(after("ghost-town", "P90D"));
        alliance.policy(after("ghost-town", "P60D"));
        watching.watch();
        watching.rebuild();
        watching.watch();

        wasRaisedTwice();
    }

    @Test
    void what_is_due_today_is_not_overdue_today() {
        watchingOnly("obligation-overdue");
        acme = alliance.piloting("Acme");
        var today = Instant.parse("2026-03-02T00:00:00Z");
        happens(new ObligationTaken("day", "Escrow", "Acme", today, alliance.now()));
        happens(
                new ObligationTaken(
                        "noon", "Escrow", "Acme", today.plus(DAY.dividedBy(2)), alliance.now()));
        passes(Duration.ofHours(15).minusNanos(1_000));
        assertThat(open()).extracting(AlertRow::subject).containsExactly("noon");
        passes(Duration.ofNanos(1_000));

        assertThat(open()).hasSize(2);
    }

    private void watchingOnly(String rule) {
        alliance.watchingOnly(rule);
    }

    private LeverageClaimed claim(String metric) {
        return new LeverageClaimed(
                "WIN_RATE",
                "Why",
                metric,
                "each",
                BigDecimal.ONE,
                BigDecimal.TEN,
                alliance.now().plus(DAY),
                alliance.now());
    }

    private void waived(String criterion, Duration until) {
        var expiry = alliance.now().plus(until);
        happens(
                new WaiverRequested(
                        criterion, criterion, "Later", expiry, "maria", alliance.now()));
        happens(new WaiverGranted(criterion, "Fine", "otto", alliance.now()));
    }

    private void happens(PartnershipEvent event) {
        alliance.store(acme, event);
        watching.watch();
    }

    private void passes(Duration time) {
        alliance.clock.advance(time);
        watching.watch();
    }

    private List<AlertRow> open() {
        return watching.alerts().stream().filter(alert -> alert.status().equals("OPEN")).toList();
    }

    private void wasRaisedTwice() {
        assertThat(watching.alerts())
                .extracting(AlertRow::status)
                .containsExactlyInAnyOrder("RESOLVED", "OPEN");
        assertThat(watching.told()).isEqualTo(2);
    }
}
