package dev.headway.projections.questions.ghosttowns;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WhichPartnershipsAreGhostTownsTest {

    private static final Duration SIXTY_DAYS = Duration.ofDays(60);

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final DrivenClock clock = new DrivenClock(at("2026-03-01"));
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhatDoesTheProgramAskFor program = new WhatDoesTheProgramAskFor(database);
    private final WhichPartnershipsAreGhostTowns question =
            new WhichPartnershipsAreGhostTowns(database, program, clock);
    private final ProjectionProcessors loop =
            ProcessorsForTests.loop(source, log, program, question);

    @Test
    void a_partnership_is_a_ghost_town_from_the_very_instant_of_the_threshold() {
        happened("p", registered("p", "Acme", "2026-01-01"), pilotStarted("2026-03-01"));

        clock.advance(SIXTY_DAYS.minusMillis(1));
        assertThat(ghostTowns()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(ghostTowns()).containsExactly("p");
        assertThat(clockOf("p").isGhostTown(Thresholds.DEFAULT, clock.instant())).isTrue();
        assertThat(clockOf("p").quietDays(clock.instant())).isEqualTo(60);
    }

    @Test
    void quiet_days_are_whole_ones() {
        happened("p", registered("p", "Acme", "2026-01-01"), pilotStarted("2026-03-01"));

        clock.advance(SIXTY_DAYS.minusMillis(1));

        assertThat(clockOf("p").quietDays(clock.instant())).isEqualTo(59);
    }

    @Test
    void motion_that_is_recorded_late_never_moves_the_clock_back() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                pilotStarted("2026-01-02"),
                touchpoint("Today", "2026-02-20"),
                touchpoint("Forgotten", "2026-02-01"));

        assertThat(lastMotion("p")).isEqualTo("Today");
    }

    @Test
    void of_two_motions_at_the_same_time_the_one_recorded_later_stands() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                touchpoint("One", "2026-02-01"),
                touchpoint("Other", "2026-02-01"));

        assertThat(lastMotion("p")).isEqualTo("Other");
    }

    @Test
    void plans_failed_seams_and_steps_back_are_not_motion() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                pilotStarted("2026-01-02"),
                launched("2026-01-03"),
                planned("s", "2026-05-01"),
                new SeamChecked("ONBOARDING", "FAIL", "broken", at("2026-02-02")),
                new PartnershipSteppedBack("LAUNCH", "PILOT", "Too early", at("2026-02-03")));

        assertThat(clockOf("p").stage()).isEqualTo(Stage.PILOT);
        assertThat(Objects.requireNonNull(clockOf("p").lastMotion()).at())
                .isEqualTo("2026-01-03T00:00:00Z");
    }

    @Test
    void prospects_and_the_sunset_have_no_ghost_clock() {
        happened(
                "prospect",
                registered("prospect", "A", "2020-01-01"),
                touchpoint("Hi", "2020-01-02"));
        happened(
                "sunset",
                registered("sunset", "B", "2020-01-01"),
                pilotStarted("2020-01-02"),
                sunset("2020-01-03"));
        happened(
                "revived",
                registered("revived", "C", "2020-01-01"),
                pilotStarted("2020-01-02"),
                sunset("2020-01-03"),
                revived("2020-01-04"));

        assertThat(ghostTowns()).isEmpty();
        assertThat(clockOf("revived").ghostAt(Thresholds.DEFAULT)).isEmpty();
    }

    @Test
    void the_program_sets_the_threshold_stage_by_stage_and_at_once() {
        happened("pilot", registered("pilot", "A", "2026-01-01"), pilotStarted("2026-02-28"));
        happened(
                "launched",
                registered("launched", "B", "2026-01-01"),
                pilotStarted("2026-02-01"),
                launched("2026-02-28"));
        assertThat(ghostTowns()).isEmpty();

        happened("program", program(threshold("ghost-town", "LAUNCH", "PT3S")));
        assertThat(ghostTowns()).containsExactly("launched");

        happened("program", program(threshold("ghost-town", null, "PT3S")));
        assertThat(ghostTowns()).containsExactlyInAnyOrder("launched", "pilot");

        happened("program", program());
        assertThat(ghostTowns()).isEmpty();
    }

    @Test
    void events_seen_twice_and_a_rebuild_leave_the_same_rows() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                pilotStarted("2026-01-02"),
                touchpoint("Hi", "2026-02-01"));
        happened("program", program(threshold("ghost-town", null, "P1D")), program());
        var rows = rows();

        question.on(log.all().subList(0, 2));
        question.on(log.all());
        program.on(log.all().subList(0, 4));
        program.on(log.all());
        assertThat((Object) rows()).isEqualTo(rows);
        assertThat(program.thresholds()).isEqualTo(Thresholds.DEFAULT);

        loop.rebuild(WhichPartnershipsAreGhostTowns.NAME);
        loop.rebuild(WhatDoesTheProgramAskFor.NAME);
        assertThat((Object) rows()).isEqualTo(rows);
    }

    @Test
    void a_thousand_partnerships_are_handled_across_batches() {
        IntStream.range(0, 1_000)
                .forEach(
                        i ->
                                log.happened(
                                        "p" + i,
                                        registered("p" + i, "Name " + i, "2026-01-01"),
                                        pilotStarted("2025-12-01")));
        loop.catchUp();

        assertThat(ghostTowns()).hasSize(1_000);
    }

    @Test
    void what_postgres_cannot_hold_does_not_stop_the_projection() {
        happened("p", registered("p", "A\0B", "2026-01-01"), touchpoint("\0\uD800", "2026-02-01"));

        assertThat(clockOf("p").name()).isEqualTo("A\uFFFDB");
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    private List<String> ghostTowns() {
        return question.ghostTowns().stream().map(GhostClock::partnershipId).toList();
    }

    private GhostClock clockOf(String id) {
        return question.clockOf(id).orElseThrow();
    }

    private String lastMotion(String id) {
        return Objects.requireNonNull(clockOf(id).lastMotion()).summary();
    }

    private List<?> rows() {
        return database.sql("select * from ghost_clock order by partnership_id")
                .query()
                .listOfRows();
    }
}
