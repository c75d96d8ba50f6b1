package dev.headway.projections.watching.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.BendDelivered;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipAnnounced;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.contracts.PartnershipEvent.ProspectParked;
import dev.headway.contracts.PartnershipEvent.ProspectUnparked;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
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

/**
 * Each rule is due at its anchor plus its threshold, not a second sooner, and ends by its relief.
 */
class EveryRuleTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AllianceFixture alliance = new AllianceFixture();
    private final WatchingFixture watching = new WatchingFixture(TestDatabase.migrated(), alliance);
    private String acme = "";

    @Test
    void fading_after_45_quiet_days_until_it_moves() {
        watching("fading");
        acme = alliance.piloting("Acme");
        isDueIn(days(45));
        alliance.touchpoint(acme);
        isOver();
    }

    @Test
    void planning_stalls_30_days_after_registration() {
        watching("planning-stall");
        acme = alliance.registered("Acme");
        isDueIn(days(30));
        happens(new PilotStarted(null, alliance.now()));
        isOver();
    }

    @Test
    void planning_stalls_30_days_after_the_end_of_parking() {
        watching("planning-stall");
        acme = alliance.registered("Acme");
        happens(new ProspectParked(in(days(100)), "Their fiscal year", alliance.now()));
        isDueIn(days(130));
        happens(new ProspectParked(in(days(10)), "A reorganisation", alliance.now()));
        isOver();
        happens(new ProspectUnparked(alliance.now()));
        isDueIn(days(30));
    }

    @Test
    void planning_stalls_30_days_after_the_step_back_from_a_pilot_and_after_revival() {
        watching("planning-stall");
        acme = alliance.registered("Acme");
        passing(days(25));
        happens(new PilotStarted(null, alliance.now()));
        passing(days(100));
        happens(new PartnershipSteppedBack("PILOT", "PROSPECT", "Too early", alliance.now()));
        isDueIn(days(30));
        happens(new PartnershipSunset(null, "Over", null, alliance.now()));
        isOver();
        passing(days(100));
        happens(new PartnershipRevived("They asked again", alliance.now()));
        isDueIn(days(30));
    }

    @Test
    void a_required_seat_counts_from_the_stage_that_asks_for_it_anew() {
        watching("seat-vacant");
        acme = alliance.registered("Acme");
        happens(new PilotStarted(null, alliance.now()));
        isDueIn(days(7));
        happens(new PartnershipSteppedBack("PILOT", "PROSPECT", "Too early", alliance.now()));
        isOver();
        passing(days(100));
        happens(new PilotStarted(null, alliance.now()));
        isDueIn(days(7));
    }

    @Test
    void steps_and_rhythm_count_from_the_launch_that_asks_for_them_anew() {
        acme = alliance.piloting("Acme");
        happens(new RhythmAgreed(14, "Weekly call", alliance.now()));
        alliance.launch(acme);
        happens(new PartnershipSteppedBack("LAUNCH", "PILOT", "Too early", alliance.now()));
        passing(days(100));
        happens(new PartnershipLaunched(null, alliance.now()));
        watching("steps-unsecured");
        isDueIn(days(7));
        watching("rhythm-missed");
        isDueIn(days(14));
    }

    @Test
    void a_parked_prospect_is_due_on_its_date_and_a_later_date_ends_it() {
        watching("parked-due");
        acme = alliance.registered("Acme");
        happens(new ProspectParked(in(days(20)), "Their fiscal year", alliance.now()));
        isDueIn(days(20));
        happens(new ProspectParked(in(days(5)), "One more week", alliance.now()));
        isOver();
        isDueIn(days(5));
        happens(new ProspectUnparked(alliance.now()));
        isOver();
    }

    @Test
    void a_pilot_is_overdue_after_its_end_until_it_is_judged_and_an_extension_is_a_new_end() {
        watching("pilot-overdue");
        acme = alliance.registered("Acme");
        happens(new PilotScoped("One region", "Ten orders", in(days(30)), alliance.now()));
        happens(new PilotStarted(null, alliance.now()));
        isDueIn(days(30));
        happens(new PilotJudged("EXTENDED", "Nearly", in(days(10)), alliance.now()));
        isOver();
        isDueIn(days(10));
        happens(new PilotJudged("PROVED", "Twelve orders", null, alliance.now()));
        isOver();
    }

    @Test
    void stepping_back_to_the_pilot_voids_its_scope_and_its_verdict() {
        watching("pilot-overdue");
        acme = alliance.launched("Acme");
        happens(new PilotScoped("One region", "Ten orders", in(days(30)), alliance.now()));
        happens(new PilotJudged("PROVED", "Twelve orders", null, alliance.now()));
        happens(new PartnershipSteppedBack("LAUNCH", "PILOT", "Not ready", alliance.now()));
        isNeverDue();
        happens(new PilotScoped("Two regions", "Ten orders", in(days(30)), alliance.now()));
        isDueIn(days(30));
    }

    @Test
    void stepping_back_to_prospect_voids_the_pilots_scope() {
        watching("pilot-overdue");
        acme = alliance.registered("Acme");
        happens(new PilotScoped("One region", "Ten orders", in(days(30)), alliance.now()));
        happens(new PilotStarted(null, alliance.now()));
        happens(new PartnershipSteppedBack("PILOT", "PROSPECT", "Too early", alliance.now()));
        happens(new PilotStarted(null, alliance.now()));
        isNeverDue();
    }

    @Test
    void a_step_is_overdue_three_days_after_its_date_and_each_is_an_episode_of_its_own() {
        watching("step-overdue");
        acme = alliance.piloting("Acme");
        plan("a", "Train sales", days(10));
        plan("b", "Write the playbook", days(11));
        isDueIn(days(13));
        passing(DAY);
        assertThat(open())
                .extracting(AlertRow::about)
                .containsExactly("Train sales", "Write the playbook");

        happens(new StepRescheduled("a", in(days(1)), "Holidays", alliance.now()));
        happens(new StepCompleted("b", null, alliance.now()));
        isOver();
        isDueIn(days(4));
        happens(new PartnershipSunset(null, "Over", null, alliance.now()));
        isOver();
    }

    @Test
    void the_rhythm_is_missed_a_week_after_the_meeting_it_asked_for() {
        watching("rhythm-missed");
        acme = alliance.launched("Acme");
        isNeverDue();
        happens(new RhythmAgreed(14, "Weekly call", alliance.now()));
        isDueIn(days(21));
        alliance.touchpoint(acme);
        isOver();
        passing(days(20));
        alliance.touchpoint(acme);
        isDueIn(days(21));
    }

    @Test
    void another_forum_is_no_meeting_and_another_cadence_is_another_rhythm() {
        watching("rhythm-missed");
        acme = alliance.launched("Acme");
        happens(new RhythmAgreed(14, "Weekly call", alliance.now()));
        passing(days(20));
        happens(new RhythmAgreed(14, "Room 5", alliance.now()));
        isDueIn(days(1));
        happens(new RhythmAgreed(7, "Room 5", alliance.now()));
        isOver();
        isDueIn(days(14));
    }

    @Test
    void a_launch_needs_five_seats_and_a_pilot_one() {
        watching("seat-vacant");
        acme = alliance.piloting("Acme");
        isDueIn(days(7));
        assertThat(open()).extracting(AlertRow::subject).containsExactly("RELATIONSHIP");
        happens(new SeatFilled("RELATIONSHIP", "Ana", "OURS", alliance.now()));
        isOver();
        alliance.launch(acme);
        isDueIn(days(7));
        assertThat(open())
                .extracting(AlertRow::subject)
                .containsExactly("DELIVERY", "ESCALATION", "INTEGRATION", "SUPPORT");
        happens(new SeatVacated("RELATIONSHIP", alliance.now()));
        passing(days(7));
        assertThat(open()).hasSize(5);
        happens(new SeatFilled("SUPPORT", "Bo", "PARTNER", alliance.now()));
        watching.watch();
        assertThat(open()).hasSize(4);
    }

    @Test
    void a_pattern_that_does_not_ask_for_seats_has_none_empty() {
        watching("seat-vacant");
        acme = alliance.launched("Acme");
        happens(new PatternChosen("REFERRAL", alliance.now()));
        alliance.policyFor("REFERRAL", "relationship-seat-filled");
        isNeverDue();
        alliance.policyFor("REFERRAL", "all-seats-filled");
        watching.watch();
        assertThat(open()).hasSize(5);
        alliance.policyFor("REFERRAL");
        isOver();
        happens(new PatternChosen("RESELL", alliance.now()));
        watching.watch();
        assertThat(open()).as("for the second time").hasSize(5);
        assertThat(watching.alerts()).hasSize(10);
    }

    @Test
    void it_is_strategic_in_name_only_once_a_bend_is_late() {
        watching("strategic-in-name-only");
        acme = alliance.piloting("Acme");
        var bend = new PromisedBend("b1", "ROADMAP", "Their connector first", in(days(40)));
        happens(new PartnershipClassified("STRATEGIC", List.of(bend), alliance.now()));
        isDueIn(days(40));
        happens(new BendDelivered("b1", "Shipped in 4.2", alliance.now()));
        isOver();
    }

    @Test
    void a_claim_is_unsettled_after_its_date_until_a_measurement_reaches_the_target() {
        watching("claim-unsettled");
        acme = alliance.launched("Acme");
        happens(
                new LeverageClaimed(
                        "DELIVERY_COST",
                        "Cheaper together",
                        "Cost per rollout",
                        "EUR",
                        BigDecimal.valueOf(100),
                        BigDecimal.valueOf(60),
                        in(days(90)),
                        alliance.now()));
        isDueIn(days(90));
        happens(new MeasurementTaken(BigDecimal.valueOf(61), "Invoices", alliance.now()));
        watching.watch();
        assertThat(open()).hasSize(1);
        happens(new MeasurementTaken(BigDecimal.valueOf(60), "Invoices", alliance.now()));
        isOver();
    }

    @Test
    void what_was_measured_of_another_metric_settles_another_claim() {
        watching("claim-unsettled");
        acme = alliance.launched("Acme");
        happens(claimed("Cost per rollout", "EUR", days(90)));
        happens(new MeasurementTaken(BigDecimal.valueOf(50), "Invoices", alliance.now()));
        isNeverDue();
        happens(claimed("Cost per rollout", "kEUR", days(90)));
        isDueIn(days(90));
        happens(claimed("COST per rollout", "EUR", days(90)));
        isOver();
    }

    @Test
    void what_was_announced_is_unused_60_days_later_until_a_customer_uses_it() {
        watching("announced-unused");
        acme = alliance.launched("Acme");
        happens(new PartnershipAnnounced("Their fair", alliance.now(), alliance.now()));
        isDueIn(days(60));
        happens(new JointWinRecorded("Globex", "Went live", "Their mail", alliance.now()));
        isOver();
    }

    @Test
    void what_a_customer_used_before_it_was_announced_or_is_no_longer_launched_is_never_unused() {
        watching("announced-unused");
        acme = alliance.launched("Acme");
        happens(new JointWinRecorded("Globex", "Went live", "Their mail", alliance.now()));
        happens(new PartnershipAnnounced("Their fair", alliance.now(), alliance.now()));
        isNeverDue();
        acme = alliance.launched("Reef");
        happens(new PartnershipAnnounced("Their fair", alliance.now(), alliance.now()));
        happens(new PartnershipSteppedBack("LAUNCH", "PILOT", "Too early", alliance.now()));
        isNeverDue();
    }

    @Test
    void a_key_result_is_overdue_when_its_day_is_over_until_a_value_reaches_its_target() {
        overdueAfter("PT0S");
        acme = alliance.registered("Acme");
        happens(shared("chains", "80", days(50)));
        isDueIn(days(50));
        assertThat(open()).extracting(AlertRow::subject).containsExactly("chains/stores");
        measured("79.9");
        assertThat(open()).hasSize(1);
        measured("80.0");
        isOver();
        measured("12");
        isOver();
    }

    @Test
    void no_key_result_is_overdue_until_the_program_asks_however_long_ago_its_day_was() {
        watching("objective-overdue");
        acme = alliance.launched("Acme");
        happens(shared("chains", "80", days(-40_000)));
        isNeverDue();
        overdueAfter("P3699D");
        watching.watch();
        assertThat(open()).hasSize(1);
        overdueAfter("P3700D");
        isOver();
    }

    @Test
    void a_target_may_lie_below_and_another_unit_is_another_value() {
        overdueAfter("P3D");
        acme = alliance.launched("Acme");
        happens(shared("chains", "4", days(10)));
        measured("4");
        isNeverDue();
        var anew =
                new KeyResult("stores", "Stores", "shops", number("12"), number("4"), in(days(10)));
        happens(new ObjectiveChanged("chains", "Win", List.of(anew), alliance.now()));
        isDueIn(days(13));
        measured("3");
        isOver();
    }

    @Test
    void what_is_dropped_put_off_or_over_with_the_partnership_is_not_overdue() {
        overdueAfter("PT0S");
        acme = alliance.launched("Acme");
        happens(shared("chains", "80", days(10)));
        happens(shared("kiosks", "80", days(10)));
        happens(shared("bars", "80", days(10)));
        passing(days(10));
        assertThat(open()).hasSize(3);
        happens(new ObjectiveDropped("chains", "Sold", alliance.now()));
        happens(
                new ObjectiveChanged(
                        "kiosks", "Win", List.of(stores("80", days(10))), alliance.now()));
        watching.watch();
        assertThat(open()).extracting(AlertRow::subject).containsExactly("bars/stores");
        happens(new PartnershipSunset(null, "Over", null, alliance.now()));
        isOver();
        passing(days(100));
        happens(new PartnershipRevived("They asked again", alliance.now()));
        isNeverDue();
    }

    private void overdueAfter(String time) {
        alliance.watchingOnly("objective-overdue")
                .policy(new Threshold("objective-overdue", null, time));
    }

    private ObjectiveShared shared(String id, String target, Duration in) {
        return new ObjectiveShared(id, "Win", List.of(stores(target, in)), alliance.now());
    }

    private KeyResult stores(String target, Duration in) {
        return new KeyResult("stores", "Stores", "stores", number("12"), number(target), in(in));
    }

    private void measured(String value) {
        happens(new KeyResultMeasured("chains", "stores", number(value), null, alliance.now()));
        watching.watch();
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    @Test
    void it_is_not_watched_who_carries_it_until_the_program_asks() {
        watching("one-person-carries");
        acme = alliance.launched("Acme");
        moved("maria", 5);
        isNeverDue();
    }

    @Test
    void one_person_carries_it_until_another_moves_it_as_well() {
        alliance.watchingOnly("one-person-carries").policy(carried("P10D"));
        acme = alliance.launched("Acme");
        moved("maria", 2);
        passing(days(10));
        assertThat(open()).isEmpty();
        moved("maria", 1);
        isDueIn(days(10));
        moved("otto", 1);
        assertIsStillDue();
        moved("otto", 1);
        isOver();
    }

    @Test
    void one_person_carries_it_no_longer_once_their_motion_is_old_and_nobody_else_had_to_come() {
        alliance.watchingOnly("one-person-carries").policy(carried("PT0S"));
        acme = alliance.launched("Acme");
        passing(days(100));
        moved("otto", 2);
        passing(days(30));
        moved("maria", 6);
        passing(days(60).minus(SECOND));
        assertThat(open()).isEmpty();
        passing(SECOND);
        assertThat(open()).isNotEmpty();
        passing(days(30).minus(SECOND));
        assertThat(open()).isNotEmpty();
        passing(SECOND);
        isOver();
        assertThat(watching.alerts()).extracting(AlertRow::resolvedBy).containsOnly("TIME");
    }

    @Test
    void a_program_that_begins_to_ask_finds_who_carries_what_and_one_that_ends_finds_nobody() {
        alliance.watchingOnly("one-person-carries");
        acme = alliance.launched("Acme");
        moved("maria", 5);
        passing(days(20));
        alliance.policy(carried("P10D"));
        watching.watch();
        assertThat(open()).hasSize(1);
        happens(new PartnershipSteppedBack("LAUNCH", "PILOT", "Too early", alliance.now()));
        isOver();
        alliance.launch(acme);
        watching.watch();
        assertThat(open()).hasSize(1);
        alliance.policy();
        isOver();
        assertThat(watching.alerts()).extracting(AlertRow::resolvedBy).contains("POLICY");
    }

    private void moved(String who, int times) {
        for (var i = 0; i < times; i++) {
            alliance.by(who).touchpoint(acme);
        }
    }

    private void assertIsStillDue() {
        watching.watch();
        assertThat(open()).hasSize(1);
    }

    private static Threshold carried(String after) {
        return AllianceFixture.after("one-person-carries", after);
    }

    private LeverageClaimed claimed(String metric, String unit, Duration until) {
        return new LeverageClaimed(
                "DELIVERY_COST",
                "Cheaper together",
                metric,
                unit,
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(60),
                in(until),
                alliance.now());
    }

    @Test
    void a_transactional_partner_bends_nothing_that_could_be_late() {
        watching("strategic-in-name-only");
        acme = alliance.piloting("Acme");
        var bend = new PromisedBend("b1", "ROADMAP", "Their connector first", in(days(40)));
        happens(new PartnershipClassified("TRANSACTIONAL", List.of(bend), alliance.now()));
        isNeverDue();
    }

    @Test
    void an_expired_waiver_is_out_of_compliance_until_its_criterion_holds_or_is_waived_again() {
        watching("waiver-expired");
        acme = alliance.piloting("Acme");
        waived("w1", "teams-consent", days(30));
        isDueIn(days(30));
        assertThat(open()).extracting(AlertRow::about).containsExactly("teams-consent");
        waived("w2", "teams-consent", days(10));
        isOver();
        isDueIn(days(10));
        alliance.store(acme, new PartnershipSunset(null, "Over", null, alliance.now()));
        isOver();
    }

    @Test
    void a_criterion_that_is_undone_after_the_expiry_is_an_episode_of_its_own() {
        watching("waiver-expired");
        acme = alliance.launched("Acme");
        waived("w1", "all-seats-filled", days(30));
        isDueIn(days(30));
        happens(new SeatFilled("SUPPORT", "Bo", "PARTNER", alliance.now()));
        isOver();
        passing(days(3));
        var undone = alliance.store(acme, new SeatVacated("SUPPORT", alliance.now()));
        watching.watch();
        assertThat(open()).extracting(AlertRow::anchorEventId).containsExactly(undone);
    }

    @Test
    void a_new_scope_after_a_disproved_pilot_is_another_pilot() {
        watching("pilot-overdue");
        acme = alliance.piloting("Acme");
        happens(new PilotScoped("One region", "Ten orders", in(days(30)), alliance.now()));
        happens(new PilotJudged("DISPROVED", "Two orders", null, alliance.now()));
        isNeverDue();
        happens(new PilotScoped("Another", "Ten orders", in(days(30)), alliance.now()));
        isDueIn(days(30));
    }

    @Test
    void a_waiver_may_expire_once_its_criterion_holds() {
        watching("waiver-expired");
        acme = alliance.piloting("Acme");
        waived("w1", "rhythm-agreed", days(30));
        happens(new RhythmAgreed(14, "Weekly call", alliance.now()));
        isNeverDue();
    }

    @Test
    void an_obligation_binds_in_every_stage() {
        watching("obligation-overdue");
        acme = alliance.piloting("Acme");
        happens(new ObligationTaken("o1", "Escrow", "Acme", in(days(50)), alliance.now()));
        happens(new PartnershipSunset(null, "Over", null, alliance.now()));
        isDueIn(days(50));
        happens(new ObligationDischarged("o1", "Deposited", alliance.now()));
        isOver();
    }

    @Test
    void three_days_down_across_a_due_date_is_one_alert_marked_late() {
        watching("ghost-town");
        acme = alliance.piloting("Acme");
        watching.watch();
        alliance.clock.advance(days(63));
        watching.watch();
        watching.watch();
        assertThat(open()).extracting(AlertRow::late).containsExactly(true);
    }

    @Test
    void what_headway_learns_of_after_the_date_is_not_late() {
        watching("ghost-town");
        alliance.imported("Old", alliance.now().minus(days(300)));
        watching.watch();
        assertThat(open()).extracting(AlertRow::late).containsExactly(false);
    }

    private void watching(String rule) {
        alliance.watchingOnly(rule);
    }

    private void happens(PartnershipEvent event) {
        alliance.store(acme, event);
    }

    private void plan(String step, String title, Duration in) {
        happens(new StepPlanned(step, title, "ana", "OURS", in(in), alliance.now()));
    }

    private void waived(String id, String criterion, Duration until) {
        happens(new WaiverRequested(id, criterion, "Later", in(until), "maria", alliance.now()));
        happens(new WaiverGranted(id, "Fine", "otto", alliance.now()));
    }

    private void isDueIn(Duration time) {
        passing(time.minus(SECOND));
        assertThat(open()).isEmpty();
        passing(SECOND);
        assertThat(open()).isNotEmpty();
        assertThat(open().getFirst().dueAt()).isEqualTo(alliance.now());
    }

    private void isOver() {
        watching.watch();
        assertThat(open()).isEmpty();
        assertThat(watching.alerts()).extracting(AlertRow::status).containsOnly("RESOLVED");
        assertThat(watching.alerts()).extracting(AlertRow::resolvedBy).doesNotContainNull();
    }

    private void isNeverDue() {
        passing(days(1000));
        assertThat(open()).isEmpty();
    }

    private List<AlertRow> open() {
        return watching.alerts().stream().filter(alert -> alert.status().equals("OPEN")).toList();
    }

    private void passing(Duration time) {
        watching.watch();
        alliance.clock.advance(time);
        watching.watch();
    }

    private Instant in(Duration time) {
        return alliance.now().plus(time);
    }

    private static Duration days(long days) {
        return DAY.multipliedBy(days);
    }
}
