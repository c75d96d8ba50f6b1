package dev.headway.projections.watching.tracking;

import static dev.headway.projections.watching.AllianceFixture.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.projections.watching.WatchingFixture.AlertRow;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.tracking.WhatWouldThisPolicyChange.Difference;
import dev.headway.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is answered beforehand is what the change then does. */
class WhatWouldThisPolicyChangeTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final AllianceFixture alliance =
            new AllianceFixture().watchingOnly("ghost-town", "steps-unsecured");
    private WatchingFixture watching;
    private WhatWouldThisPolicyChange question;

    @BeforeEach
    void build() {
        var source = TestDatabase.migrated();
        watching = new WatchingFixture(source, alliance, "team");
        question =
                new WhatWouldThisPolicyChange(
                        JdbcClient.create(source),
                        new SpansUnderPolicies(
                                watching.partnerships(), new MoversInHistory(alliance.events)),
                        watching.program(),
                        alliance.clock);
    }

    @Test
    void every_rule_that_is_watched_is_answered_for_also_without_any_partnership() {
        var answer = question.answer(List.of(), List.of());

        assertThat(answer)
                .extracting(Difference::rule)
                .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream().map(Rule::id).toList());
        assertThat(answer).allSatisfy(rule -> assertThat(rule.now() + rule.then()).isZero());
    }

    @ParameterizedTest
    @CsvSource({
        "P60D,        1, 1, 0, 0",
        "P45D,        1, 2, 1, 0",
        "P45DT0.001S, 1, 1, 0, 0",
        "PT0S,        1, 3, 2, 0",
        "P71D,        1, 0, 0, 1"
    })
    void a_threshold_raises_and_resolves_exactly_as_many_as_it_said(
            String threshold, long now, long then, long wouldRaise, long wouldResolve) {
        alliance.piloting("Quiet for 70 days");
        passing(DAY.multipliedBy(25));
        alliance.piloting("Quiet for 45 days");
        passing(DAY.multipliedBy(45));
        alliance.piloting("Quiet since now");
        watching.watch();

        var answer = asked("ghost-town", after("ghost-town", threshold));
        assertThat(answer)
                .isEqualTo(new Difference("ghost-town", now, then, wouldRaise, wouldResolve));
        assertThat(open()).isEqualTo(now);

        alliance.policy(after("ghost-town", threshold));
        watching.watch();
        assertThat(open()).isEqualTo(then);
    }

    @Test
    void one_that_is_raised_and_one_that_is_resolved_do_not_cancel_out() {
        alliance.launched("Launched");
        alliance.piloting("In pilot");
        passing(DAY.multipliedBy(50));
        alliance.policy(new Threshold("ghost-town", "PILOT", "P10D"));
        watching.watch();

        assertThat(asked("ghost-town", new Threshold("ghost-town", "LAUNCH", "P10D")))
                .isEqualTo(new Difference("ghost-town", 1, 1, 1, 1));
    }

    @Test
    void what_nobody_watches_any_more_does_not_count() {
        var acme = alliance.launched("Acme");
        alliance.drop(acme, "a");
        passing(DAY.multipliedBy(7));
        assertThat(asked("steps-unsecured").now()).isOne();

        alliance.plan(acme, "d");
        watching.watch();
        assertThat(asked("steps-unsecured", after("steps-unsecured", "PT0S")))
                .isEqualTo(new Difference("steps-unsecured", 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "P3700D, P10D, 0, 1, 1, 0",
        "P3700D, P11D, 0, 0, 0, 0",
        "P10D, P11D, 1, 0, 0, 1",
        "P10D, P3700D, 1, 0, 0, 1",
        "P10D, PT0S, 1, 2, 1, 0"
    })
    void what_time_alone_can_end_is_asked_for_anew_whether_it_is_on_or_off(
            String before,
            String threshold,
            long now,
            long then,
            long wouldRaise,
            long wouldResolve) {
        var rule = "one-person-carries";
        alliance.policy(after(rule, before));
        touched(alliance.launched("Carried for ten days"));
        passing(DAY.multipliedBy(10));
        touched(alliance.launched("Carried since now"));
        alliance.launched("Not moved often enough");
        watching.watch();

        assertThat(asked(rule, after(rule, threshold)))
                .isEqualTo(new Difference(rule, now, then, wouldRaise, wouldResolve));
        assertThat(open(rule)).isEqualTo(now);

        alliance.policy(after(rule, threshold));
        watching.watch();
        assertThat(open(rule)).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        "P3700D, P3D, 0, 1, 1, 0",
        "P3700D, P20000D, 0, 0, 0, 0",
        "P3D, P3700D, 1, 0, 0, 1",
        "P3D, PT0S, 1, 2, 1, 0"
    })
    void key_results_are_overdue_where_the_program_asks_however_long_ago_their_day_was(
            String before,
            String threshold,
            long now,
            long then,
            long wouldRaise,
            long wouldResolve) {
        var rule = "objective-overdue";
        alliance.policy(after(rule, before));
        shared("Long ago", DAY.multipliedBy(20_000));
        shared("Just now", DAY);
        shared("Ahead", DAY.multipliedBy(-9));
        watching.watch();

        assertThat(asked(rule, after(rule, threshold)))
                .isEqualTo(new Difference(rule, now, then, wouldRaise, wouldResolve));
        assertThat(open(rule)).isEqualTo(now);

        alliance.policy(after(rule, threshold));
        watching.watch();
        assertThat(open(rule)).isEqualTo(then);
    }

    private void shared(String name, Duration ago) {
        var keyResult =
                new KeyResult(
                        "stores",
                        "Stores",
                        "stores",
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        alliance.now().minus(ago));
        alliance.store(
                alliance.piloting(name),
                new ObjectiveShared("chains", "Win them", List.of(keyResult), alliance.now()));
    }

    @Test
    void a_waiver_that_would_be_due_at_no_time_is_not_counted() {
        var rule = "waiver-expired";
        alliance.policy(after(rule, "PT0S"));
        var acme = alliance.piloting("Acme");
        var until = alliance.now().plus(DAY.multipliedBy(5));
        alliance.store(
                acme,
                new WaiverRequested(
                        "w1", "rhythm-agreed", "Later", until, "maria", alliance.now()));
        alliance.store(acme, new WaiverGranted("w1", "Fine", "otto", alliance.now()));
        passing(DAY.multipliedBy(7));

        assertThat(asked(rule, after(rule, "P30D"))).isEqualTo(new Difference(rule, 1, 0, 0, 1));
        assertThat(asked(rule, after(rule, "P1D"))).isEqualTo(new Difference(rule, 1, 1, 0, 0));
    }

    private void touched(String partnership) {
        for (var i = 0; i < 5; i++) {
            alliance.touchpoint(partnership);
        }
    }

    private Difference asked(String rule, Threshold... thresholds) {
        return question.answer(List.of(thresholds), List.of()).stream()
                .filter(difference -> difference.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private long open() {
        return open("ghost-town");
    }

    private long open(String rule) {
        return watching.alerts().stream()
                .filter(alert -> alert.rule().equals(rule))
                .map(AlertRow::status)
                .filter("OPEN"::equals)
                .count();
    }

    private void passing(Duration time) {
        alliance.clock.advance(time);
        watching.watch();
    }
}
