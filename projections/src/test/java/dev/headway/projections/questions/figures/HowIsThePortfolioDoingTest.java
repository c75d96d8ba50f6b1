package dev.headway.projections.questions.figures;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class HowIsThePortfolioDoingTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final DrivenClock clock = new DrivenClock(at("2026-06-01"));
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhatDoesTheProgramAskFor program = new WhatDoesTheProgramAskFor(database);
    private final FigureChanges changes = new FigureChanges(database);
    private final HowIsThePortfolioDoing question = asked(Duration.ZERO);
    private final ProjectionProcessors loop =
            ProcessorsForTests.loop(source, log, program, question);
    private final QuestionClient asking = new QuestionClient(source, question);

    @Test
    void an_empty_portfolio_has_figures_too() {
        assertThat(figures().toString())
                .isEqualTo(
                        """
                        {"at":"2026-06-01T00:00:00Z",\
                        "stages":[\
                        {"stage":"PROSPECT","now":0,"reached":0,"conversion":null,\
                        "medianDays":{"latest":null,"cumulative":null}},\
                        {"stage":"PILOT","now":0,"reached":0,"conversion":null,\
                        "medianDays":{"latest":null,"cumulative":null}},\
                        {"stage":"LAUNCH","now":0,"reached":0,"conversion":null,\
                        "medianDays":{"latest":null,"cumulative":null}},\
                        {"stage":"SCALED","now":0,"reached":0,"conversion":null,\
                        "medianDays":{"latest":null,"cumulative":null}},\
                        {"stage":"SUNSET","now":0,"reached":0,"conversion":null,\
                        "medianDays":{"latest":null,"cumulative":null}}],\
                        "survival":[],\
                        "firstUse":{"launches":0,"used":0,"medianDays":null},\
                        "announcements":null,\
                        "playbooks":null,\
                        "claims":{"settled":0,"unsettled":0,"overdue":0},\
                        "exceptions":{"granted":0,"outOfCompliance":0,"patterns":[],"approvers":[]},\
                        "strategicWithoutBend":{"count":0,"partnershipIds":[]}}""");
    }

    @Test
    void the_funnel_counts_who_is_in_a_stage_and_who_ever_was() {
        happened("prospect", registered("prospect", "A", "2026-01-01"));
        happened("pilot", registered("pilot", "B", "2026-01-01"), pilotStarted("2026-01-05"));
        happened(
                "back",
                registered("back", "C", "2026-01-01"),
                pilotStarted("2026-01-05"),
                launched("2026-02-01"),
                steppedBack("2026-03-01"));
        happened("gone", registered("gone", "D", "2026-01-01"), sunset("2026-02-01"));

        assertThat(stage("PROSPECT")).startsWith("1 of 4, conversion null");
        assertThat(stage("PILOT")).startsWith("2 of 2, conversion 0.5");
        assertThat(stage("LAUNCH")).startsWith("0 of 1, conversion 0.5");
        assertThat(stage("SCALED")).startsWith("0 of 0, conversion 0.0");
        assertThat(stage("SUNSET")).startsWith("1 of 1, conversion null");
    }

    @Test
    void time_in_stage_is_of_the_latest_stay_and_of_all_stays_and_lasts_until_now() {
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                pilotStarted("2026-01-11"),
                launched("2026-02-10"),
                steppedBack("2026-02-20"),
                launched("2026-02-25"));

        assertThat(stage("PROSPECT")).endsWith("days 10.0 / 10.0");
        assertThat(stage("PILOT")).endsWith("days 5.0 / 35.0");
        assertThat(stage("LAUNCH")).endsWith("days 96.0 / 106.0");

        clock.advance(Duration.ofHours(36));
        assertThat(stage("LAUNCH")).endsWith("days 97.5 / 107.5");
        assertThat(stage("PILOT")).endsWith("days 5.0 / 35.0");
    }

    @Test
    void a_revival_is_a_second_stay_as_a_prospect_and_counts_once_in_the_funnel() {
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                pilotStarted("2026-01-11"),
                sunset("2026-01-21"),
                revived("2026-02-20"),
                pilotStarted("2026-03-02"));

        assertThat(stage("PROSPECT")).isEqualTo("0 of 1, conversion null, days 10.0 / 20.0");
        assertThat(stage("PILOT")).isEqualTo("1 of 1, conversion 1.0, days 91.0 / 101.0");
        assertThat(stage("SUNSET")).isEqualTo("0 of 1, conversion null, days 30.0 / 30.0");
    }

    @Test
    void the_median_is_over_partnerships() {
        happened("a", registered("a", "A", "2026-01-01"), pilotStarted("2026-01-03"));
        happened("b", registered("b", "B", "2026-01-01"), pilotStarted("2026-01-05"));
        assertThat(stage("PROSPECT")).endsWith("days 3.0 / 3.0");

        happened("c", registered("c", "C", "2026-01-01"), pilotStarted("2026-03-01"));
        assertThat(stage("PROSPECT")).endsWith("days 4.0 / 4.0");
    }

    @Test
    void an_import_brings_dates_of_its_own_and_equal_ones_are_stays_of_no_length() {
        log.by("admin-1", "ADMIN", "IMPORT");
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                new PilotStarted(null, at("2026-02-01")),
                new PartnershipLaunched(null, at("2026-02-01")),
                new RowImported(
                        "key",
                        "A",
                        "Partner",
                        "TELCO",
                        null,
                        null,
                        null,
                        null,
                        null,
                        at("2026-02-01")),
                new MotionImported(at("2026-02-10")));

        assertThat(stage("PILOT")).isEqualTo("0 of 1, conversion 1.0, days 0.0 / 0.0");
        assertThat(stage("LAUNCH")).isEqualTo("1 of 1, conversion 1.0, days 120.0 / 120.0");
        assertThat(survival("2026-02").path(6).path("surviving").asInt()).isOne();
        assertThat(survival("2026-02").path(7).path("ghostTowns").asInt()).isOne();
    }

    @Test
    void a_cohort_survives_as_long_as_it_is_in_motion() {
        happened("quiet", registered("quiet", "A", "2026-01-01"), launched("2026-01-05"));
        happened(
                "alive",
                registered("alive", "B", "2026-01-01"),
                launched("2026-01-31T12:00:00Z"),
                touchpoint("Call", "2026-03-01"),
                touchpoint("Call", "2026-04-20"));

        var days = survival("2026-01");

        assertThat(days).hasSize(10);
        assertThat(days.path(5).toString())
                .isEqualTo(
                        """
                        {"day":50,"surviving":2,"ghostTowns":0,"ended":0,"share":1.0}""");
        assertThat(days.path(6).toString())
                .as("a ghost town from the very instant of the threshold")
                .isEqualTo(
                        """
                        {"day":60,"surviving":1,"ghostTowns":1,"ended":0,"share":0.5}""");
        assertThat(days.path(9).path("surviving").asInt()).isOne();
    }

    @Test
    void a_ghost_town_that_moved_again_is_alive_again() {
        happened(
                "p",
                registered("p", "A", "2025-12-01"),
                launched("2026-01-01"),
                touchpoint("Back", "2026-03-10"));

        assertThat(survival("2026-01").findValuesAsString("surviving"))
                .containsExactly("1", "1", "1", "1", "1", "1", "0", "1", "1", "1");
    }

    @Test
    void what_has_ended_neither_survives_nor_is_a_ghost_town() {
        happened(
                "p",
                registered("p", "A", "2025-12-01"),
                launched("2026-01-01"),
                sunset("2026-01-15"),
                revived("2026-01-16"),
                launched("2026-02-01"));

        assertThat(survival("2026-01").path(1).path("surviving").asInt()).isOne();
        assertThat(survival("2026-01").path(2).toString())
                .isEqualTo(
                        """
                        {"day":20,"surviving":0,"ghostTowns":0,"ended":1,"share":0.0}""");
        assertThat(survival("2026-02").path(2).path("surviving").asInt()).isOne();
    }

    @Test
    void only_days_that_have_passed_for_the_whole_cohort_count() {
        happened("early", registered("early", "A", "2026-01-01"), launched("2026-05-02"));
        assertThat(survival("2026-05").findValuesAsString("day"))
                .containsExactly("0", "10", "20", "30");

        happened("late", registered("late", "B", "2026-01-01"), launched("2026-05-22"));
        assertThat(survival("2026-05").findValuesAsString("day")).containsExactly("0", "10");

        clock.advance(Duration.ofDays(9).minusMillis(1));
        assertThat(survival("2026-05")).hasSize(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(figures().at("/survival/0/launches").asInt()).isEqualTo(2);
        assertThat(survival("2026-05")).hasSize(2);
        clock.advance(Duration.ofDays(1));
        assertThat(survival("2026-05")).hasSize(3);
    }

    @Test
    void survival_is_by_the_threshold_of_the_program_in_force_and_of_the_stage_then() {
        happened(
                "p",
                registered("p", "A", "2025-12-01"),
                pilotStarted("2025-12-02"),
                launched("2026-01-01"),
                steppedBack("2026-01-15"));

        happened("program", program(threshold("ghost-town", "LAUNCH", "P10D")));
        assertThat(survival("2026-01").findValuesAsString("surviving"))
                .containsExactly("1", "0", "1", "1", "1", "1", "0", "0", "0", "0");

        happened("program", program(threshold("ghost-town", null, "PT0.5S")));
        assertThat(survival("2026-01").findValuesAsString("surviving"))
                .containsExactly("1", "0", "0", "0", "0", "0", "0", "0", "0", "0");
    }

    @Test
    void the_gap_to_the_first_customer_use_may_be_negative() {
        happened(
                "proved",
                registered("proved", "A", "2026-01-01"),
                won("2026-01-20"),
                launched("2026-02-01"),
                won("2026-02-10"));
        assertThat(figures().at("/firstUse").toString())
                .isEqualTo(
                        """
                        {"launches":1,"used":1,"medianDays":-12.0}""");

        happened(
                "imported",
                registered("imported", "B", "2026-01-01"),
                launched("2026-02-01"),
                won("2026-03-10"),
                won("2026-02-21"));
        happened("unused", registered("unused", "C", "2026-01-01"), launched("2026-02-01"));
        assertThat(figures().at("/firstUse").toString())
                .isEqualTo(
                        """
                        {"launches":3,"used":2,"medianDays":4.0}""");
    }

    @Test
    void the_gap_from_announcement_to_first_use_is_told_once_something_was_announced() {
        happened("p", registered("p", "A", "2026-01-01"), launched("2026-02-01"));
        assertThat(figures().at("/announcements").isNull()).isTrue();

        happened("p", announced("2026-02-10"));
        assertThat(figures().at("/announcements").toString())
                .isEqualTo(
                        """
                        {"announced":1,"used":0,"medianDays":null}""");

        happened("p", won("2026-03-10"), won("2026-02-20"));
        happened(
                "q",
                registered("q", "B", "2026-01-01"),
                won("2026-01-20"),
                launched("2026-02-01"),
                announced("2026-02-02"));
        assertThat(figures().at("/announcements").toString())
                .isEqualTo(
                        """
                        {"announced":2,"used":2,"medianDays":-1.5}""");
    }

    @Test
    void launches_that_followed_a_playbook_are_compared_with_those_that_did_not() {
        happened("p", registered("p", "A", "2026-01-01"), launched("2026-02-01"));
        happened("p", plannedOf("s", "2026-02-10", null));
        assertThat(figures().at("/playbooks").isNull()).isTrue();

        happened(
                "q",
                registered("q", "B", "2026-01-01"),
                plannedOf("s", "2026-01-20", "PROSPECT"),
                launched("2026-02-01"),
                touchpoint("Met", "2026-03-20"));
        happened(
                "late",
                registered("late", "C", "2026-01-01"),
                launched("2026-02-01"),
                plannedOf("s", "2026-03-04", "LAUNCH"));
        happened(
                "young",
                registered("young", "D", "2026-01-01"),
                launched("2026-05-25"),
                plannedOf("s", "2026-05-26", "LAUNCH"));

        var compared = figures().at("/playbooks");
        assertThat(compared.at("/followed/launches").asInt()).isEqualTo(2);
        assertThat(compared.at("/others/launches").asInt()).isEqualTo(2);
        assertThat(compared.at("/followed/days/0").toString())
                .isEqualTo(
                        """
                        {"day":0,"launches":2,"surviving":2,"ghostTowns":0,"ended":0,"share":1.0}""");
        assertThat(compared.at("/followed/days/9").toString())
                .isEqualTo(
                        """
                        {"day":90,"launches":1,"surviving":1,"ghostTowns":0,"ended":0,"share":1.0}""");
        assertThat(compared.at("/others/days/9").toString())
                .isEqualTo(
                        """
                        {"day":90,"launches":2,"surviving":0,"ghostTowns":2,"ended":0,"share":0.0}""");
    }

    private static StepPlanned plannedOf(String step, String at, @Nullable String playbook) {
        return new StepPlanned(
                step, "Train", "Ana", null, "OURS", at("2026-06-30"), playbook, at(at));
    }

    private static PartnershipAnnounced announced(String day) {
        return new PartnershipAnnounced("Their fair", at(day), at(day));
    }

    @Test
    void a_use_in_a_former_life_is_no_use_in_this_one() {
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                won("2026-01-05"),
                sunset("2026-01-10"),
                revived("2026-01-20"),
                launched("2026-02-01"));

        assertThat(figures().at("/firstUse/used").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "18, 30, 30,   1, 0",
        "18, 30, 29.9, 0, 1",
        "18, 30, 1E+9, 1, 0",
        "90, 45, 45.0, 1, 0",
        "90, 45, 46,   0, 1",
        "90, 45, 3,    1, 0",
        "30, 30, 30,   1, 0",
        "30, 30, 31,   0, 1"
    })
    void a_claim_is_settled_when_a_measurement_reaches_the_target_in_its_direction(
            String baseline, String target, String measured, int settled, int unsettled) {
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                claimed(baseline, target, "2026-12-31"),
                measured(measured));

        assertThat(figures().at("/claims/settled").asInt()).isEqualTo(settled);
        assertThat(figures().at("/claims/unsettled").asInt()).isEqualTo(unsettled);
        assertThat(figures().at("/claims/overdue").asInt()).isZero();
    }

    @Test
    void what_was_measured_of_another_metric_or_unit_settles_another_claim() {
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                claimedOf("win rate", "%", "30"),
                measured("31"));
        assertThat(figures().at("/claims/settled").asInt()).isOne();

        happened("p", claimedOf("win rate", "points", "30"));
        assertThat(figures().at("/claims/settled").asInt()).isZero();
        happened("p", claimedOf("reach", "%", "30"), measured("29"));
        assertThat(figures().at("/claims/settled").asInt()).isZero();
        happened("p", claimedOf("WIN RATE", "%", "31"));
        assertThat(figures().at("/claims/settled").asInt()).isOne();
    }

    @Test
    void once_settled_a_claim_stays_so_until_another_is_made() {
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                claimed("18", "30", "2026-12-31"),
                measured("31"),
                measured("20"));
        assertThat(figures().at("/claims/settled").asInt()).isOne();

        happened("p", claimed("18", "40", "2026-12-31"));
        assertThat(figures().at("/claims").toString())
                .isEqualTo(
                        """
                        {"settled":0,"unsettled":1,"overdue":0}""");
    }

    @Test
    void an_unsettled_claim_is_overdue_past_its_date_and_a_former_life_keeps_its_own() {
        happened("p", registered("p", "A", "2026-01-01"), claimed("18", "30", "2026-06-01"));
        assertThat(figures().at("/claims/overdue").asInt()).isZero();
        clock.advance(Duration.ofHours(23));
        assertThat(figures().at("/claims/overdue").asInt()).isZero();

        clock.advance(Duration.ofHours(1));
        assertThat(figures().at("/claims/overdue").asInt()).isOne();

        happened("p", sunset("2026-05-01"), revived("2026-05-02"), measured("40"));
        assertThat(figures().at("/claims").toString())
                .isEqualTo(
                        """
                        {"settled":0,"unsettled":1,"overdue":1}""");
    }

    @Test
    void exceptions_are_counted_per_pattern_and_per_approver() {
        happened("p", registered("p", "A", "2026-01-01"), pattern("RESELL"));
        happened("p", waiver("w1", "rhythm-agreed", "2026-05-01"), granted("w1", "approver-1"));
        happened("p", waiver("w2", "seams-pass", "2026-07-01"), granted("w2", "approver-2"));
        happened("p", waiver("w3", "customer-used", "2026-05-01"));
        happened("q", registered("q", "B", "2026-01-01"));
        happened("q", waiver("w4", "seams-pass", "2026-05-01"), granted("w4", "approver-1"));

        assertThat(figures().get("exceptions").toString())
                .isEqualTo(
                        """
                        {"granted":3,"outOfCompliance":2,"patterns":[\
                        {"pattern":"RESELL","granted":2,"outOfCompliance":1},\
                        {"pattern":null,"granted":1,"outOfCompliance":1}],\
                        "approvers":[\
                        {"approver":"approver-1","approverId":null,"granted":2,"outOfCompliance":2},\
                        {"approver":"approver-2","approverId":null,"granted":1,"outOfCompliance":0}]}""");
    }

    @Test
    void an_approver_is_one_person_by_their_newest_name_whatever_they_were_called_before() {
        happened("p", registered("p", "A", "2026-01-01"));
        happened(
                "p", waiver("w1", "seams-pass", "2026-07-01"), granted("w1", "2026-01-03", "Nair"));
        happened("p", waiver("w2", "rhythm-agreed", "2026-07-01"));
        happened("p", granted("w2", "2026-01-04", "Rao"));

        assertThat(figures().at("/exceptions/approvers").toString())
                .isEqualTo(
                        """
                        [{"approver":"Rao","approverId":"id-1","granted":2,"outOfCompliance":0}]""");
    }

    @Test
    void an_exception_keeps_the_pattern_it_was_granted_under() {
        happened("p", registered("p", "A", "2026-01-01"), pattern("RESELL"));
        happened("p", waiver("w", "seams-pass", "2026-07-01"), granted("w", "approver-1"));
        happened("p", pattern("REFERRAL"));

        assertThat(figures().at("/exceptions/patterns/0/pattern").asString()).isEqualTo("RESELL");
    }

    @Test
    void an_expired_exception_stands_until_another_covers_it_or_the_life_ends() {
        happened("p", registered("p", "A", "2026-01-01"));
        happened("p", waiver("w1", "seams-pass", "2026-06-02"), granted("w1", "approver-1"));
        clock.advance(Duration.ofDays(2).minusMillis(1));
        assertThat(figures().at("/exceptions/outOfCompliance").asInt()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(figures().at("/exceptions/outOfCompliance").asInt()).isOne();

        happened("p", waiver("w2", "seams-pass", "2026-06-10"), granted("w2", "approver-1"));
        assertThat(figures().at("/exceptions/outOfCompliance").asInt()).isZero();

        clock.advance(Duration.ofDays(30));
        assertThat(figures().at("/exceptions/outOfCompliance").asInt()).isEqualTo(2);
        happened("p", sunset("2026-06-20"), revived("2026-06-21"));
        assertThat(figures().at("/exceptions/granted").asInt()).isEqualTo(2);
        assertThat(figures().at("/exceptions/outOfCompliance").asInt()).isZero();
    }

    @Test
    void strategic_takes_a_bend_that_is_delivered() {
        happened("named", registered("named", "A", "2026-01-01"), strategic("b1"));
        happened(
                "bent",
                registered("bent", "B", "2026-01-01"),
                strategic("b2"),
                new BendDelivered("b2", "It runs", at("2026-02-01")),
                strategic("b2", "b3"));
        happened(
                "plain",
                registered("plain", "C", "2026-01-01"),
                strategic("b4"),
                new PartnershipClassified("TRANSACTIONAL", List.of(), at("2026-02-01")));
        happened(
                "gone",
                registered("gone", "D", "2026-01-01"),
                strategic("b5"),
                sunset("2026-02-01"));

        assertThat(figures().get("strategicWithoutBend").toString())
                .isEqualTo(
                        """
                        {"count":1,"partnershipIds":["named"]}""");
    }

    @Test
    void events_seen_twice_and_a_rebuild_leave_the_same_rows_and_figures() {
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                pattern("RESELL"),
                claimed("18", "30", "2026-12-31"),
                strategic("b1"),
                waiver("w", "seams-pass", "2026-05-01"),
                granted("w", "approver-1"),
                launched("2026-02-01"),
                won("2026-02-10"),
                measured("31"),
                sunset("2026-03-01"),
                revived("2026-03-02"),
                pilotStarted("2026-03-03"));
        var rows = rows();
        var figures = figures();

        question.on(log.all().subList(0, 7));
        question.on(log.all());
        assertThat(rows()).isEqualTo(rows);

        loop.rebuild(HowIsThePortfolioDoing.NAME);
        assertThat(rows()).isEqualTo(rows);
        assertThat(figures()).isEqualTo(figures);
    }

    @Test
    void what_postgres_cannot_hold_does_not_stop_the_projection() {
        happened(
                "p",
                registered("p", "A", "2026-01-01"),
                claimed("1", "1E+900000", "+300000-01-01T00:00:00Z"),
                measured("1E+999999"),
                waiver("w", "seams\0pass", "2026-05-01"));

        assertThat(figures().at("/claims/settled").asInt()).isOne();
    }

    @Test
    void who_asks_at_the_same_time_shares_an_answer_unless_it_wrote_since() {
        var sharing = new QuestionClient(source, asked(Duration.ofDays(1)));
        happened("p", registered("p", "A", "2026-01-01"));
        var first = sharing.get("/api/v1/portfolio").expect(200);
        happened("q", registered("q", "B", "2026-01-01"));

        var shared = sharing.get("/api/v1/portfolio").expect(200);
        assertThat(shared.body()).isEqualTo(first.body());
        assertThat(shared.response().getHeader("Headway-Position")).isEqualTo("10");

        var own = sharing.get("/api/v1/portfolio", "Headway-Position", "20").expect(200);
        assertThat(own.body().at("/stages/0/now").asInt()).isEqualTo(2);
        assertThat(own.response().getHeader("Headway-Position")).isEqualTo("20");
    }

    @Test
    void an_answer_is_shared_for_so_long_and_no_longer() {
        var sharing = new QuestionClient(source, asked(Duration.ofSeconds(1)));
        happened("p", registered("p", "A", "2026-01-01"));
        sharing.get("/api/v1/portfolio").expect(200);
        happened("q", registered("q", "B", "2026-01-01"));

        clock.advance(Duration.ofSeconds(1));

        assertThat(sharing.get("/api/v1/portfolio").body().at("/stages/0/now").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_node_that_missed_what_changed_begins_anew() {
        happened("p", registered("p", "A", "2026-01-01"));
        assertThat(stage("PROSPECT")).startsWith("1 of 1");

        database.sql("update stage_entry set stage = 'PILOT'").update();
        assertThat(stage("PROSPECT")).as("nobody said so").startsWith("1 of 1");

        database.sql("update figure_change set tag = gen_random_uuid()").update();
        assertThat(stage("PILOT")).startsWith("1 of 1");
    }

    @Test
    void the_answer_shows_the_position_it_reflects() {
        happened("p", registered("p", "A", "2026-01-01"));

        var answer = asking.get("/api/v1/portfolio", "Headway-Position", "10").expect(200);

        assertThat(answer.response().getHeader("Headway-Position")).isEqualTo("10");
    }

    private HowIsThePortfolioDoing asked(Duration goodFor) {
        return new HowIsThePortfolioDoing(
                new FigureTables(new JdbcTemplate(source)),
                changes,
                new SharedFigures(
                        new KnownFigures(changes, new FigureReader(database)),
                        new Positions(database),
                        program,
                        BusinessCalendar.WEEKDAYS_UTC,
                        clock,
                        goodFor));
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    private JsonNode figures() {
        return asking.get("/api/v1/portfolio").expect(200).body();
    }

    /** As "1 of 2, conversion 0.5, days 3 / 4". */
    private String stage(String name) {
        for (var stage : figures().get("stages")) {
            if (stage.get("stage").asString().equals(name)) {
                return "%s of %s, conversion %s, days %s / %s"
                        .formatted(
                                stage.get("now"),
                                stage.get("reached"),
                                stage.get("conversion"),
                                stage.at("/medianDays/latest"),
                                stage.at("/medianDays/cumulative"));
            }
        }
        throw new AssertionError(name);
    }

    private JsonNode survival(String month) {
        for (var cohort : figures().get("survival")) {
            if (cohort.get("month").asString().equals(month)) {
                return cohort.get("days");
            }
        }
        throw new AssertionError(month);
    }

    private List<?> rows() {
        return List.of(
                database.sql("select * from stage_entry order by 1, 2").query().listOfRows(),
                database.sql("select * from motion      order by 1, 2").query().listOfRows(),
                database.sql("select * from life_figures order by 1, 2").query().listOfRows());
    }

    private static HeadwayEvent steppedBack(String on) {
        return new PartnershipSteppedBack("LAUNCH", "PILOT", "Too early", at(on));
    }

    private static HeadwayEvent won(String on) {
        return new JointWinRecorded("Globex", "Live", "Invoice", at(on));
    }

    private static HeadwayEvent pattern(String pattern) {
        return new PatternChosen(pattern, at("2026-01-02"));
    }

    private static HeadwayEvent claimedOf(String metric, String unit, String target) {
        return new LeverageClaimed(
                "WIN_RATE",
                "We win more",
                metric,
                unit,
                new BigDecimal("18"),
                new BigDecimal(target),
                at("2026-12-31"),
                at("2026-01-02"));
    }

    private static HeadwayEvent claimed(String baseline, String target, String dueOn) {
        return new LeverageClaimed(
                "WIN_RATE",
                "Together we win",
                "win rate",
                "percent",
                new BigDecimal(baseline),
                new BigDecimal(target),
                at(dueOn),
                at("2026-01-02"));
    }

    private static HeadwayEvent measured(String value) {
        return new MeasurementTaken(new BigDecimal(value), "Report", at("2026-02-15"));
    }

    private static HeadwayEvent waiver(String id, String criterion, String expiresOn) {
        return new WaiverRequested(
                id, criterion, "Not yet", at(expiresOn), "manager-1", at("2026-01-02"));
    }

    private static HeadwayEvent granted(String id, String approver) {
        return new WaiverGranted(id, "For once", approver, at("2026-01-03"));
    }

    private static HeadwayEvent granted(String id, String on, String name) {
        return new WaiverGranted(id, "For once", "00u-1", "id-1", name, at(on));
    }

    private static HeadwayEvent strategic(String... bendIds) {
        var bends =
                List.of(bendIds).stream()
                        .map(id -> new PromisedBend(id, "ROADMAP", "A new API", at("2026-12-31")))
                        .toList();
        return new PartnershipClassified("STRATEGIC", bends, at("2026-01-02"));
    }
}
