package dev.headway.projections.questions.partnership;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.projections.audit.AuditForTests;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.projections.questions.carriers.WhoMovedIt;
import dev.headway.projections.questions.portfolio.PortfolioForTests;
import dev.headway.projections.questions.program.WhatDidTheProgramAskFor;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

public class WhatIsKnownOfAPartnershipTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final DrivenClock clock = new DrivenClock(at("2026-03-01"));
    private final InMemoryEventLog log = new InMemoryEventLog().recordedAt(at("2026-02-01"));
    private final WhoChangedWhat audit = AuditForTests.over(source);
    private final WhatIsKnownOfAPartnership question =
            new WhatIsKnownOfAPartnership(
                    new KnownPartnershipLoader(audit),
                    new WhatDoesTheProgramAskFor(database),
                    new WhatDidTheProgramAskFor(log),
                    PortfolioForTests.beside(database),
                    new WhoMovedIt(audit),
                    clock,
                    BusinessCalendar.WEEKDAYS_UTC);
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, audit);
    private final QuestionClient asking = new QuestionClient(source, question);

    @Test
    void everything_recorded_is_shown_in_the_shape_it_was_recorded_in() {
        happened("p", aWholeLife());

        var known = know("p", "");

        assertThat(known.at("/name").asString()).isEqualTo("Acme");
        assertThat(known.at("/partner/name").asString()).isEqualTo("Acme Inc.");
        assertThat(known.at("/stage").asString()).isEqualTo("LAUNCH");
        assertThat(known.at("/leverageClaim/mechanism").asString()).isEqualTo("WIN_RATE");
        assertThat(known.at("/leverageClaim/metric/target").decimalValue())
                .isEqualByComparingTo("30.5");
        assertThat(known.at("/timing/ours/ready").asBoolean()).isTrue();
        assertThat(known.at("/timing/partner/focus").asString()).isEqualTo("Growth");
        assertThat(known.at("/screenings")).hasSize(1);
        assertThat(known.at("/screenings/0/verdict").asString()).isEqualTo("CLEAR");
        assertThat(known.at("/seats/SUPPORT/holder").asString()).isEqualTo("sue");
        assertThat(known.at("/bends/0/evidence").asString()).isEqualTo("Shipped");
        assertThat(known.at("/pilotScope/endsOn").asString()).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(known.at("/pilotVerdict/verdict").asString()).isEqualTo("EXTENDED");
        assertThat(known.at("/seams/ONBOARDING/verdict").asString()).isEqualTo("PASS");
        assertThat(known.at("/rhythm/everyDays").asInt()).isEqualTo(14);
        assertThat(known.at("/consents/SUPPORT/capacity").asString()).isEqualTo("2 people");
        assertThat(known.at("/exitTerms/noticeDays").asInt()).isEqualTo(90);
        assertThat(known.at("/incentives/SALES/mechanism").asString()).isEqualTo("Shared quota");
        assertThat(known.at("/funding/owner").asString()).isEqualTo("grace");
        assertThat(known.at("/obligations/0/status").asString()).isEqualTo("HANDED_OVER");
        var chains = known.at("/objectives/0");
        assertThat(chains.at("/title").asString()).isEqualTo("Win all");
        assertThat(chains.at("/sharedAt").asString()).isEqualTo("2026-01-23T00:00:00Z");
        assertThat(chains.at("/confirmed").asBoolean()).isFalse();
        assertThat(chains.get("confirmations").properties()).hasSize(1);
        assertThat(chains.at("/confirmations/PARTNER/by").asString()).isEqualTo("sue");
        assertThat(chains.at("/keyResults/0/latest/value").decimalValue()).isEqualTo("70");
        assertThat(chains.at("/keyResults/0/latest").propertyNames())
                .containsExactlyInAnyOrder("value", "evidence", "at");
        assertThat(chains.at("/keyResults/0/values").asInt()).isEqualTo(2);
        assertThat(chains.at("/keyResults/0/reachedAt").asString())
                .isEqualTo("2026-01-24T00:00:00Z");
        assertThat(known.at("/objectives/1/status").asString()).isEqualTo("DROPPED");
        assertThat(known.at("/objectives/1/reason").asString()).isEqualTo("Sold");
        assertThat(known.at("/waivers/0/status").asString()).isEqualTo("GRANTED");
        assertThat(known.at("/waivers/0/decidedBy").asString()).isEqualTo("approver-1");
        assertThat(known.at("/jointWins/0/customer").asString()).isEqualTo("Globex");
        assertThat(known.at("/measurements/0/value").asInt()).isEqualTo(21);
        assertThat(known.at("/touchpoints/count").asInt()).isEqualTo(7);
        assertThat(known.at("/touchpoints/latest")).hasSize(5);
        assertThat(known.at("/touchpoints/latest/0/summary").asString()).isEqualTo("Call 7");
        assertThat(known.at("/steps/0/status").asString()).isEqualTo("DONE");
        assertThat(known.at("/stages")).hasSize(3);
        assertThat(known.at("/stages/2/stage").asString()).isEqualTo("LAUNCH");
        assertThat(known.at("/lastMotion/summary").asString()).isEqualTo("Call 7");
        assertThat(known.at("/stepsSecured").asInt()).isZero();
    }

    @Test
    void an_expired_waiver_is_out_of_compliance_until_another_covers_it_or_the_life_ends() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        happened("p", waiver("w1", "2026-02-28"), waiver("w2", "2026-03-01"));
        assertThat(know("p", "").get("outOfCompliance")).isEmpty();

        happened("p", new WaiverGranted("w1", "For once", "approver-1", at("2026-01-03")));
        assertThat(know("p", "").at("/outOfCompliance/0/waiverId").asString()).isEqualTo("w1");
        assertThat(know("p", "?asOf=2026-02-28").get("outOfCompliance")).isEmpty();

        happened("p", new WaiverGranted("w2", "For once", "approver-1", at("2026-01-03")));
        assertThat(know("p", "").get("outOfCompliance")).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(know("p", "").get("outOfCompliance")).hasSize(2);

        happened("p", sunset("2026-02-01"));
        assertThat(know("p", "").get("outOfCompliance")).isEmpty();
    }

    private static PartnershipEvent waiver(String id, String expiresOn) {
        return new WaiverRequested(
                id, "seams-pass", "Not yet", at(expiresOn), "manager-1", at("2026-01-02"));
    }

    @Test
    void the_answer_carries_the_version_as_its_etag_and_the_position_it_reflects() {
        happened("p", registered("p", "Acme", "2026-01-01"), touchpoint("Call", "2026-01-02"));

        var answer = asking.get("/api/v1/partnerships/p").expect(200);

        assertThat(answer.response().getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(answer.response().getHeader("Headway-Position")).isNotNull();
        assertThat(answer.body().get("version").asInt()).isEqualTo(2);
    }

    @Test
    void an_unchanged_version_is_answered_in_full_since_days_pass_without_events() {
        happened("p", registered("p", "Acme", "2026-01-01"));

        asking.get("/api/v1/partnerships/p", "If-None-Match", "\"1\"").expect(200);
    }

    @Test
    void nobody_is_not_found() {
        asking.get("/api/v1/partnerships/nobody").expect(404);
        asking.get("/api/v1/partnerships/nobody?asOf=2026-02-01").expect(404);
    }

    @Test
    void as_of_a_recorded_instant_things_are_as_headway_knew_them_then() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        log.recordedAt(at("2026-02-10"));
        happened("p", pilotStarted("2026-01-05"));
        log.recordedAt(at("2026-02-20"));
        happened("p", new PartnershipRenamed("Acme & Co", at("2026-01-06")));

        assertThat(asking.get("/api/v1/partnerships/p?asOf=2026-01-31").status()).isEqualTo(404);
        assertThat(know("p", "?asOf=2026-02-01").get("stage").asString()).isEqualTo("PROSPECT");
        var then = know("p", "?asOf=2026-02-10T00:00:00Z&asOfTime=recorded");
        assertThat(then.get("stage").asString()).isEqualTo("PILOT");
        assertThat(then.get("name").asString()).isEqualTo("Acme");
        assertThat(then.get("version").asInt()).isEqualTo(2);
        assertThat(then.get("daysInStage").asInt()).isEqualTo(36);
        assertThat(then.get("openAlerts").isNull()).isTrue();
    }

    @Test
    void as_of_an_effective_instant_things_are_as_we_now_know_they_were() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                pilotStarted("2026-01-05"),
                launched("2026-01-20"),
                touchpoint("Recorded late", "2026-01-10"));

        assertThat(asking.get("/api/v1/partnerships/p?asOfTime=effective&asOf=2025-12-31").status())
                .isEqualTo(404);
        var then = know("p", "?asOfTime=effective&asOf=2026-01-15");
        assertThat(then.get("stage").asString()).isEqualTo("PILOT");
        assertThat(then.at("/lastMotion/summary").asString()).isEqualTo("Recorded late");
        assertThat(then.get("quietDays").asInt()).isEqualTo(5);
    }

    @Test
    void a_past_as_late_as_now_is_the_present() {
        happened("p", aWholeLife());

        for (var time : List.of("recorded", "effective")) {
            var past = know("p", "?asOf=2026-03-01&asOfTime=" + time);
            assertThat(withoutThePresent(past)).isEqualTo(withoutThePresent(know("p", "")));
        }
    }

    /** What is told of the present alone. */
    private static JsonNode withoutThePresent(JsonNode told) {
        return ((ObjectNode) told)
                .without(List.of("openAlerts", "openRules", "criteriaHeld", "standsStill"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"asOf=2026-03-02", "asOf=now", "asOf=", "asOf=2026-02-30", "asOfTime=both"})
    void a_past_that_makes_no_sense_is_refused(String query) {
        happened("p", registered("p", "Acme", "2026-01-01"));

        asking.get("/api/v1/partnerships/p?" + query).expect(400);
    }

    @Test
    void stepping_back_to_the_pilot_voids_its_scope_and_verdict() {
        happened("p", aWholeLife());
        happened("p", new PartnershipSteppedBack("LAUNCH", "PILOT", "Too early", at("2026-02-20")));

        assertThat(know("p", "").get("pilotScope").isNull()).isTrue();
        assertThat(know("p", "").get("pilotVerdict").isNull()).isTrue();
        assertThat(know("p", "").at("/stages/3/reason").asString()).isEqualTo("Too early");
    }

    @Test
    void a_revival_leaves_behind_all_but_what_is_owed_and_where_it_has_been() {
        happened("p", aWholeLife());
        happened("p", sunset("2026-02-20"));
        assertThat(know("p", "").at("/ending/reasonCode").asString()).isEqualTo("FOCUS");
        happened("p", revived("2026-02-21"));

        var known = know("p", "");

        assertThat(known.get("leverageClaim").isNull()).isTrue();
        assertThat(known.get("jointWins")).isEmpty();
        assertThat(known.get("seats")).isEmpty();
        assertThat(known.get("steps")).isEmpty();
        assertThat(known.get("obligations")).hasSize(1);
        assertThat(known.get("stages")).hasSize(5);
    }

    @Test
    void another_policy_does_not_change_how_things_stood() {
        happened("p", registered("p", "Acme", "2025-12-01"), pilotStarted("2025-12-01"));
        var before = asking.get("/api/v1/partnerships/p?asOf=2026-02-02").expect(200);
        assertThat(before.body().get("ghostTown").asBoolean()).isTrue();

        log.recordedAt(at("2026-02-20"));
        happened("program", program(threshold("ghost-town", null, "P300D")));
        happened(
                "p",
                touchpoint("Call", "2026-02-10"),
                new PartnershipRenamed("New", at("2026-02-19")));

        var after = asking.get("/api/v1/partnerships/p?asOf=2026-02-02").expect(200);
        assertThat(after.body().toString()).isEqualTo(before.body().toString());
        assertThat(know("p", "?asOf=2026-02-21").get("ghostTown").asBoolean()).isFalse();
    }

    @Test
    void what_was_recorded_after_the_time_that_is_asked_about_is_marked() {
        log.recordedAt(at("2026-01-02"));
        happened("p", registered("p", "Acme", "2026-01-01"));
        log.recordedAt(at("2026-02-01"));
        happened("p", touchpoint("Call", "2026-01-10"), touchpoint("Call", "2026-01-31"));

        var then = know("p", "?asOf=2026-01-15&asOfTime=effective");

        assertThat(then.get("factsRecordedLater").asInt()).isEqualTo(1);
        assertThat(then.get("recordedLater").toString())
                .isEqualTo(
                        """
                        [{"event":"event-20","type":"TouchpointRecorded",\
                        "effectiveAt":"2026-01-10T00:00:00Z",\
                        "recordedAt":"2026-02-01T00:00:00Z"}]""");
        assertThat(know("p", "?asOf=2026-01-15").get("factsRecordedLater").isNull()).isTrue();
        assertThat(know("p", "").at("/recordedLater").isArray()).isFalse();
    }

    @Test
    void a_long_life_is_the_same_whether_it_is_read_whole_or_on_from_where_somebody_asked() {
        happened("p", aWholeLife());
        for (int call = 1; call <= 100; call++) {
            happened("p", touchpoint("Call " + call, "2026-01-26"));
        }
        know("p", "");
        happened("p", touchpoint("Late call", "2026-01-27"), planned("s2", "2026-04-01"));

        var readOn = know("p", "");
        var readWhole =
                new QuestionClient(
                        source,
                        new WhatIsKnownOfAPartnership(
                                new KnownPartnershipLoader(audit),
                                new WhatDoesTheProgramAskFor(database),
                                new WhatDidTheProgramAskFor(log),
                                PortfolioForTests.beside(database),
                                new WhoMovedIt(audit),
                                clock,
                                BusinessCalendar.WEEKDAYS_UTC));

        assertThat(readOn.at("/touchpoints/count").asInt()).isEqualTo(108);
        assertThat(readOn.at("/touchpoints/latest/0/summary").asString()).isEqualTo("Late call");
        assertThat(readOn.at("/steps")).hasSize(2);
        assertThat(readOn).isEqualTo(readWhole.get("/api/v1/partnerships/p").expect(200).body());
    }

    @Test
    void numbers_and_dates_beyond_reason_do_not_stop_the_projection() {
        happened(
                "p",
                registered("p", "Acme\0", "2026-01-01"),
                new MeasurementTaken(new BigDecimal("1E+200000"), "\0", at("2026-01-02")),
                new PilotScoped("Use", "Win", Instant.MAX, at("2026-01-02")));

        assertThat(know("p", "").at("/pilotScope/endsOn").asString()).startsWith("9999");
    }

    @Test
    void a_measurement_says_what_it_was_taken_for_and_an_answer_to_which_words() {
        happened("p", aWholeLife());
        happened(
                "p",
                new LeverageClaimed(
                        "WIN_RATE",
                        "We reach more",
                        "reach",
                        "shops",
                        new BigDecimal("10"),
                        new BigDecimal("30"),
                        at("2026-12-31"),
                        at("2026-02-02")),
                new MeasurementTaken(new BigDecimal("12"), "Count", at("2026-02-03")));

        var measurements = know("p", "").get("measurements");

        assertThat(measurements.get(measurements.size() - 1).at("/metric").toString())
                .isEqualTo("{\"name\":\"reach\",\"unit\":\"shops\"}");
        assertThat(know("p", "").at("/screenings/0/statement").asString())
                .isEqualTo("They lose customers");
    }

    @Test
    void a_transactional_partnership_has_no_bends() {
        happened("p", aWholeLife());
        happened(
                "p",
                new PartnershipClassified(
                        "TRANSACTIONAL",
                        List.of(new PromisedBend("b", "ROADMAP", "An API", at("2026-05-01"))),
                        at("2026-02-03")));

        assertThat(know("p", "").get("bends")).isEmpty();
    }

    @Test
    void a_reading_of_the_timing_that_is_recorded_late_replaces_nothing_newer() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                new TimingRead("Reach", true, "Growth", true, at("2026-01-09")),
                new TimingRead("Reach", false, "Growth", true, at("2026-01-03")));

        assertThat(know("p", "").at("/timing/ours/ready").asBoolean()).isTrue();
    }

    public static PartnershipEvent[] aWholeLife() {
        return new PartnershipEvent[] {
            registered("p", "Acme", "2026-01-01"),
            new LeverageClaimed(
                    "WIN_RATE",
                    "We win more",
                    "rate",
                    "%",
                    new BigDecimal("10"),
                    new BigDecimal("30.5"),
                    at("2026-12-31"),
                    at("2026-01-02")),
            new DisqualifierScreened(
                    "churn", "They lose customers", "TRIGGERED", "Hm", at("2026-01-02")),
            new DisqualifierScreened(
                    "churn", "They lose customers", "CLEAR", "Fine", at("2026-01-03")),
            new TimingRead("Reach", true, "Growth", true, at("2026-01-03")),
            new PartnershipClassified(
                    "STRATEGIC",
                    List.of(new PromisedBend("b", "ROADMAP", "An API", at("2026-05-01"))),
                    at("2026-01-03")),
            new BendDelivered("b", "Shipped", at("2026-01-04")),
            new ProspectParked(at("2026-02-01"), "Budget", at("2026-01-04")),
            seated("SUPPORT", "sue", "PARTNER"),
            new PilotScoped("Resale", "Three deals", at("2026-03-01"), at("2026-01-05")),
            pilotStarted("2026-01-06"),
            new PilotJudged("EXTENDED", "Almost", at("2026-06-01"), at("2026-01-20")),
            new SeamChecked("ONBOARDING", "PASS", "Tried", at("2026-01-21")),
            new RhythmAgreed(14, "Call", at("2026-01-21")),
            new TeamConsented("SUPPORT", "sue", "2 people", at("2026-01-21")),
            new ExitTermsAgreed("Fair", 90, at("2026-01-21")),
            new WaiverRequested(
                    "w", "seams-pass", "Soon", at("2026-09-01"), "ada", at("2026-01-21")),
            new WaiverGranted("w", "Fine", "approver-1", at("2026-01-22")),
            planned("s", "2026-04-01"),
            new StepCompleted("s", "Done", at("2026-01-22")),
            launched("2026-01-22"),
            new CriterionAttested("reviewed", "It is reviewed", "The report", at("2026-01-22")),
            new PartnershipAnnounced("Their fair", at("2026-01-20"), at("2026-01-22")),
            new JointWinRecorded("Globex", "First deal", "Invoice", at("2026-01-23")),
            new MeasurementTaken(new BigDecimal("21"), "CRM", at("2026-01-23")),
            new ObjectiveShared("chains", "Win", keyResults("60"), at("2026-01-22")),
            new ObjectiveConfirmed(
                    "chains", "Win", keyResults("60"), "OURS", "ada", at("2026-01-22")),
            new ObjectiveChanged("chains", "Win all", keyResults("80"), at("2026-01-23")),
            new ObjectiveConfirmed(
                    "chains", "Win all", keyResults("80"), "PARTNER", "sue", at("2026-01-24")),
            new KeyResultMeasured(
                    "chains", "stores", new BigDecimal("81"), "Count", at("2026-01-24")),
            new KeyResultMeasured("chains", "stores", new BigDecimal("70"), null, at("2026-01-25")),
            new ObjectiveShared("bars", "Win bars", keyResults("60"), at("2026-01-23")),
            new ObjectiveDropped("bars", "Sold", at("2026-01-24")),
            new ObligationTaken("o", "Training", "Acme", at("2026-06-01"), at("2026-01-23")),
            new ObligationHandedOver("o", "bob", "Mail", at("2026-01-24")),
            new IncentiveAligned("SALES", "Shared quota", at("2026-01-24")),
            new SeamFunded("grace", "Half a team", at("2026-01-24")),
            touchpoint("Call 1", "2026-01-25"),
            touchpoint("Call 2", "2026-01-25"),
            touchpoint("Call 3", "2026-01-25"),
            touchpoint("Call 4", "2026-01-25"),
            touchpoint("Call 5", "2026-01-25"),
            touchpoint("Call 6", "2026-01-25"),
            touchpoint("Call 7", "2026-01-25"),
        };
    }

    private static List<KeyResult> keyResults(String target) {
        return List.of(
                new KeyResult(
                        "stores",
                        "Stores",
                        "stores",
                        new BigDecimal("12"),
                        new BigDecimal(target),
                        at("2026-06-01")));
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    private JsonNode know(String id, String query) {
        return asking.get("/api/v1/partnerships/" + id + query).expect(200).body();
    }
}
