package dev.headway.projections.watching.alerts;

import static dev.headway.projections.watching.AllianceFixture.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.projections.watching.WatchingFixture.AlertRow;
import dev.headway.projections.watching.tracking.ImportHeartbeats;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An alert is raised once per episode, and resolved by the event that moved the clock. */
class EpisodesTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final AllianceFixture alliance =
            new AllianceFixture().watchingOnly("ghost-town", "steps-unsecured");
    private DataSource source;
    private WatchingFixture watching;

    @BeforeEach
    void build() {
        source = TestDatabase.migrated();
        watching = new WatchingFixture(source, alliance, "team");
    }

    @Test
    void a_quiet_partnership_is_a_ghost_town_once_until_it_moves_and_goes_quiet_again() {
        alliance.policy(after("ghost-town", "PT3S"));
        var acme = alliance.launched("Acme");
        passing(Duration.ofMillis(2900));
        assertThat(watching.alerts()).isEmpty();

        passing(Duration.ofMillis(100));
        passing(Duration.ofHours(1));
        assertThat(watching.alerts()).extracting(AlertRow::status).containsExactly("OPEN");
        assertThat(watching.told()).isEqualTo(1);

        var touchpoint = alliance.touchpoint(acme);
        watching.watch();
        assertThat(watching.alerts())
                .extracting(AlertRow::status, AlertRow::resolvedBy)
                .containsExactly(tuple("RESOLVED", touchpoint));

        passing(Duration.ofSeconds(3));
        assertThat(watching.alerts())
                .extracting(AlertRow::status)
                .containsExactly("RESOLVED", "OPEN");
        assertThat(watching.told()).isEqualTo(2);
    }

    @Test
    void an_alert_says_when_it_was_due_and_when_it_was_raised() {
        alliance.piloting("Acme");
        watching.watch();
        passing(DAY.multipliedBy(63));

        assertThat(watching.alerts())
                .extracting(AlertRow::dueAt, AlertRow::raisedAt)
                .containsExactly(
                        tuple(
                                AllianceFixture.MORNING.plus(DAY.multipliedBy(60)),
                                AllianceFixture.MORNING.plus(DAY.multipliedBy(63))));
    }

    @Test
    void a_touchpoint_recorded_late_that_leaves_it_due_moves_the_anchor_and_tells_nobody() {
        var acme = alliance.piloting("Acme");
        passing(DAY.multipliedBy(70));
        var late = alliance.touchpoint(acme, AllianceFixture.MORNING.plus(DAY));
        watching.watch();

        assertThat(watching.alerts())
                .extracting(AlertRow::status, AlertRow::anchorEventId)
                .containsExactly(tuple("OPEN", late));
        assertThat(watching.told()).isEqualTo(1);
    }

    @Test
    void a_touchpoint_recorded_late_never_moves_the_clock_backwards() {
        var acme = alliance.piloting("Acme");
        passing(DAY.multipliedBy(30));
        alliance.touchpoint(acme);
        alliance.touchpoint(acme, AllianceFixture.MORNING.plus(DAY));
        passing(DAY.multipliedBy(59));
        assertThat(watching.alerts()).isEmpty();
        passing(DAY);
        assertThat(watching.alerts()).hasSize(1);
    }

    @Test
    void an_episode_that_ended_while_nobody_looked_is_over_even_when_the_next_one_is_due() {
        var acme = alliance.piloting("Acme");
        passing(DAY.multipliedBy(60));
        var touchpoint = alliance.touchpoint(acme);
        passing(DAY.multipliedBy(60));

        assertThat(watching.alerts())
                .extracting(AlertRow::status, AlertRow::resolvedBy)
                .containsExactly(tuple("RESOLVED", touchpoint), tuple("OPEN", null));
    }

    @Test
    void a_sunset_ends_every_episode() {
        var acme = alliance.launched("Acme");
        alliance.drop(acme, "a");
        passing(DAY.multipliedBy(60));
        assertThat(watching.alerts())
                .extracting(AlertRow::rule)
                .containsExactly("ghost-town", "steps-unsecured");
        var sunset =
                alliance.store(acme, new PartnershipSunset(null, "Over", null, alliance.now()));
        passing(DAY.multipliedBy(60));

        assertThat(watching.alerts())
                .extracting(AlertRow::resolvedBy)
                .containsExactly(sunset, sunset);
    }

    @Test
    void steps_stay_unsecured_from_the_event_that_left_fewer_than_three_until_three_are_open() {
        var acme = alliance.launched("Acme");
        alliance.policy(after("steps-unsecured", "P7D"));
        passing(DAY);
        var dropped = alliance.drop(acme, "a");
        passing(DAY.multipliedBy(6));
        alliance.drop(acme, "b");
        alliance.plan(acme, "d");
        passing(DAY);
        assertThat(watching.alerts())
                .extracting(AlertRow::rule, AlertRow::anchorEventId)
                .containsExactly(tuple("steps-unsecured", dropped));

        var secured = alliance.plan(acme, "e");
        watching.watch();
        assertThat(watching.alerts()).extracting(AlertRow::resolvedBy).containsExactly(secured);

        alliance.drop(acme, "e");
        passing(DAY.multipliedBy(7));
        assertThat(watching.alerts()).hasSize(2);
    }

    @Test
    void
            a_policy_that_makes_it_no_longer_due_resolves_and_one_that_makes_it_due_is_the_next_time() {
        alliance.piloting("Acme");
        passing(DAY.multipliedBy(60));
        alliance.policy(after("ghost-town", "P90D"));
        watching.watch();
        assertThat(watching.alerts())
                .extracting(AlertRow::status, AlertRow::resolvedBy)
                .containsExactly(tuple("RESOLVED", "POLICY"));

        alliance.policy(new Threshold("ghost-town", "PILOT", "P30D"));
        passing(DAY);
        passing(DAY);
        assertThat(watching.alerts())
                .extracting(AlertRow::status)
                .containsExactly("RESOLVED", "OPEN");
        assertThat(watching.told()).isEqualTo(2);
    }

    @Test
    void a_threshold_of_one_stage_leaves_the_others_alone() {
        alliance.piloting("Acme");
        alliance.launched("Globex");
        alliance.policy(new Threshold("ghost-town", "PILOT", "P10D"));
        passing(DAY.multipliedBy(10));

        assertThat(watching.alerts()).extracting(AlertRow::partnershipName).containsExactly("Acme");
    }

    @Test
    void nothing_is_judged_before_everything_stored_by_then_was_read() {
        var acme = alliance.piloting("Acme");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(59));
        alliance.touchpoint(acme);
        alliance.clock.advance(DAY);
        watching.sweepOnly();
        assertThat(watching.alerts()).isEmpty();

        watching.watch();
        assertThat(watching.alerts()).isEmpty();
    }

    @Test
    void a_rebuild_leaves_alerts_as_they_were_and_tells_nobody() {
        var acme = alliance.piloting("Acme");
        var globex = alliance.launched("Globex");
        passing(DAY.multipliedBy(70));
        alliance.touchpoint(acme);
        alliance.touchpoint(globex, AllianceFixture.MORNING.plus(DAY));
        passing(DAY.multipliedBy(20));
        var before = watching.alerts();
        var told = watching.told();

        watching.rebuild();
        watching.sweepOnly();
        watching.watch();
        watching.rebuild();
        watching.watch();
        assertThat(watching.alerts()).isEqualTo(before).hasSize(2);
        assertThat(watching.told()).isEqualTo(told);

        alliance.touchpoint(globex);
        watching.watch();
        assertThat(watching.alerts()).extracting(AlertRow::status).containsOnly("RESOLVED");
    }

    @Test
    void a_rebuild_before_the_sweep_has_seen_a_late_touchpoint_tells_nobody_twice() {
        var acme = alliance.piloting("Acme");
        passing(DAY.multipliedBy(30));
        alliance.touchpoint(acme);
        passing(DAY.multipliedBy(70));
        assertThat(watching.told()).isEqualTo(1);

        var late = alliance.touchpoint(acme, alliance.now().minus(DAY.multipliedBy(65)));
        watching.rebuild();
        watching.watch();
        assertThat(watching.alerts())
                .extracting(AlertRow::status, AlertRow::anchorEventId)
                .containsExactly(tuple("OPEN", late));
        assertThat(watching.told()).isEqualTo(1);
    }

    @Test
    void a_rebuild_before_the_sweep_has_seen_a_whole_episode_misses_neither_end_nor_beginning() {
        var acme = alliance.piloting("Acme");
        passing(DAY.multipliedBy(60));
        alliance.touchpoint(acme);
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.rebuild();
        watching.watch();

        assertThat(watching.alerts())
                .extracting(AlertRow::status)
                .containsExactly("RESOLVED", "OPEN");
        assertThat(watching.told()).isEqualTo(2);
    }

    @Test
    void while_an_import_runs_alerts_say_what_holds_and_nobody_is_told_until_its_end() {
        var longAgo = AllianceFixture.MORNING.minus(DAY.multipliedBy(100));
        alliance.importStarts();
        IntStream.range(0, 20).forEach(i -> alliance.imported("Old " + i, longAgo));
        passing(Duration.ofSeconds(50));
        alliance.imported("Old 20", longAgo);
        passing(Duration.ofSeconds(50));
        assertThat(watching.alerts()).hasSize(21);
        assertThat(isQuiet()).isTrue();

        alliance.importEnds();
        watching.read();
        assertThat(isQuiet()).as("until what it brought is evaluated").isTrue();
        watching.watch();
        assertThat(isQuiet()).isFalse();
    }

    @Test
    void an_import_that_broke_off_keeps_nobody_quiet_for_longer_than_a_minute() {
        alliance.importStarts();
        alliance.imported("Old", AllianceFixture.MORNING.minus(DAY.multipliedBy(100)));
        passing(Duration.ofSeconds(59));
        assertThat(isQuiet()).isTrue();
        passing(Duration.ofSeconds(1));
        assertThat(isQuiet()).isFalse();
    }

    @Test
    void an_import_whose_rows_bring_nothing_new_keeps_everybody_quiet_by_its_heartbeat() {
        alliance.importStarts();
        var heartbeats = new ImportHeartbeats(JdbcClient.create(source), alliance.clock);
        passing(Duration.ofSeconds(59));
        try (var _ = heartbeats.start("import-1")) {
            passing(Duration.ofSeconds(59));
            assertThat(isQuiet()).isTrue();
        }
    }

    @Test
    void an_import_that_broke_off_is_not_kept_alive_by_another_of_the_same_correlation() {
        alliance.importStarts("broken");
        passing(Duration.ofSeconds(50));
        alliance.importStarts("whole");
        alliance.imported("Old", AllianceFixture.MORNING);
        alliance.importEnds("whole");
        passing(Duration.ofSeconds(20));

        assertThat(isQuiet()).isFalse();
    }

    @Test
    void another_tower_over_the_same_database_repeats_nothing() {
        alliance.piloting("Acme");
        passing(DAY.multipliedBy(60));
        watching = new WatchingFixture(source, alliance, "team");
        passing(DAY);

        assertThat(watching.alerts()).hasSize(1);
        assertThat(watching.told()).isEqualTo(1);
    }

    private void passing(Duration time) {
        watching.watch();
        alliance.clock.advance(time);
        watching.watch();
    }

    private boolean isQuiet() {
        return watching.openAlerts().isMutedAt(alliance.now());
    }
}
