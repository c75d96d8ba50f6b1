package dev.headway.projections.watching.standstill;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.PartnershipEvent.ProspectParked;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.Seat;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.projections.watching.standstill.StandsStill.StandStill;
import dev.headway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StandsStillTest {

    private final DataSource source = TestDatabase.migrated();
    private final AllianceFixture alliance = new AllianceFixture();
    private final WatchingFixture watching = new WatchingFixture(source, alliance);
    private final WhyDoTheyStandStill question =
            new WhyDoTheyStandStill(JdbcClient.create(source), BusinessCalendar.WEEKDAYS_UTC);

    @Test
    void a_partnership_without_an_open_step_stands_still_at_any_stage() {
        assertThat(why("2026-01-01", prospect())).hasValue(nothingPlanned());
        assertThat(reason("2026-01-06", prospect(), pilotStarted("2026-01-05")))
                .isEqualTo("no-open-step");
        assertThat(reason("2026-01-06", prospect(), planned("s", "2026-02-01"))).isEqualTo("none");
    }

    @Test
    void a_pilot_that_ended_without_a_verdict_comes_before_anything_else() {
        var scoped = new PilotScoped("One region", "Two wins", at("2026-02-01"), at("2026-01-02"));
        var life = List.of(prospect(), scoped, pilotStarted("2026-01-05"));

        assertThat(reason("2026-02-01", life)).isEqualTo("no-open-step");
        assertThat(why("2026-02-02", life))
                .hasValue(
                        new StandStill(
                                "pilot-overdue",
                                "The pilot ended on 2026-02-01, and nobody has judged it",
                                "Judge the pilot: proved, disproved, or extended to a new end"));
        assertThat(
                        reason(
                                "2026-02-02",
                                plus(
                                        life,
                                        new PilotJudged("PROVED", "14", null, at("2026-02-02")))))
                .isEqualTo("no-open-step");
    }

    @Test
    void a_missed_beat_is_missed_when_its_rule_is_due() {
        var life =
                plus(
                        launchedWithSeats(),
                        won(),
                        planned("s", "2026-12-01"),
                        new RhythmAgreed(14, "Call", at("2026-01-10")));

        assertThat(reason("2026-01-30T23:59:59Z", life)).isEqualTo("none");
        assertThat(why("2026-01-31", life))
                .hasValue(
                        new StandStill(
                                "rhythm-missed",
                                "The two sides meet every 14 days, and did not by 2026-01-24",
                                "Meet, and record the touchpoint"));
        assertThat(reason("2026-01-31", plus(life, touchpoint("Met", "2026-01-30"))))
                .isEqualTo("none");
    }

    @Test
    void what_is_launched_and_has_no_customer_stands_still_until_one_used_it() {
        var life = plus(launchedWithSeats(), planned("s", "2026-12-01"));

        assertThat(reason("2026-01-11", life)).isEqualTo("no-customer");
        assertThat(reason("2026-01-11", plus(life, won()))).isEqualTo("none");
    }

    @Test
    void of_what_is_scaled_it_is_not_said_that_it_is_launched() {
        var life =
                plus(
                        launchedWithSeats(),
                        planned("s", "2026-12-01"),
                        new PartnershipScaled(null, at("2026-01-10")));

        assertThat(why("2026-01-11", life))
                .hasValue(
                        new StandStill(
                                "no-customer",
                                "It is scaled, and no joint win is recorded",
                                "Record a joint win: a customer who used it"));
    }

    @Test
    void only_what_moves_a_ghost_town_is_advised_to_bring_it_back() {
        var life = plus(launchedWithSeats(), won());

        assertThat(reason("2026-02-20", life)).isEqualTo("no-open-step");
        assertThat(reason("2026-02-23", life)).isEqualTo("fading");
        assertThat(why("2026-03-10", life))
                .hasValue(
                        new StandStill(
                                "ghost-town",
                                "Nothing has moved it since 2026-01-09",
                                "Record what moved it: a touchpoint, a step done, a joint win, a"
                                        + " measurement"));
        assertThat(reason("2026-03-10", plus(life, planned("s", "2026-12-01"))))
                .isEqualTo("ghost-town");
    }

    @Test
    void a_customer_of_a_former_life_is_none_of_this_one() {
        var life =
                plus(
                        launchedWithSeats(),
                        won(),
                        sunset("2026-02-01"),
                        revived("2026-02-02"),
                        pilotStarted("2026-02-03"),
                        launched("2026-02-04"),
                        planned("t", "2026-12-01"));

        assertThat(reason("2026-02-05", life)).isEqualTo("no-customer");
    }

    @Test
    void an_empty_seat_counts_when_its_rule_is_due_and_the_pattern_asks_for_it() {
        var life =
                List.of(
                        prospect(),
                        new PatternChosen("RESELL", at("2026-01-01")),
                        pilotStarted("2026-01-05"),
                        planned("s", "2026-12-01"));

        assertThat(reason("2026-01-11T23:59:59Z", life)).isEqualTo("none");
        assertThat(why("2026-01-12", life))
                .hasValue(
                        new StandStill(
                                "seat-vacant",
                                "Nobody holds RELATIONSHIP",
                                "Fill the seat with a named person"));
        alliance.policyFor("RESELL");
        assertThat(reason("2026-01-12", life)).isEqualTo("none");
    }

    @Test
    void what_is_parked_stands_still_on_purpose_until_its_day_is_over() {
        var life =
                List.of(
                        prospect(),
                        new ProspectParked(at("2026-03-01"), "They merge", at("2026-01-02")));

        assertThat(reason("2026-03-01T23:59:59Z", life)).isEqualTo("none");
        assertThat(reason("2026-03-02", life)).isEqualTo("no-open-step");
    }

    @Test
    void what_has_ended_or_was_never_registered_does_not_stand_still() {
        assertThat(reason("2026-03-01", plus(launchedWithSeats(), sunset("2026-02-01"))))
                .isEqualTo("none");
        assertThat(
                        reason(
                                "2026-03-01",
                                prospect(),
                                new PartnershipVoided("Twice", null, at("2026-01-02"))))
                .isEqualTo("none");
    }

    private static StandStill nothingPlanned() {
        return new StandStill(
                "no-open-step", "No step is open", "Plan the next step, with an owner and a date");
    }

    private static PartnershipEvent prospect() {
        return registered("p", "Acme", "2026-01-01");
    }

    private static PartnershipEvent won() {
        return new JointWinRecorded("Harbour One", "Live", "Order", at("2026-01-09"));
    }

    private static List<PartnershipEvent> launchedWithSeats() {
        var life = new ArrayList<PartnershipEvent>();
        life.add(prospect());
        for (var seat : Seat.values()) {
            life.add(seated(seat.name(), "ada", "OURS"));
        }
        life.add(pilotStarted("2026-01-05"));
        life.add(launched("2026-01-08"));
        return life;
    }

    private static List<PartnershipEvent> plus(
            List<PartnershipEvent> life, PartnershipEvent... more) {
        var longer = new ArrayList<>(life);
        longer.addAll(Arrays.asList(more));
        return longer;
    }

    private String reason(String now, PartnershipEvent... life) {
        return reason(now, List.of(life));
    }

    private String reason(String now, List<PartnershipEvent> life) {
        return why(now, life).map(StandStill::reason).orElse("none");
    }

    private Optional<StandStill> why(String now, PartnershipEvent... life) {
        return why(now, List.of(life));
    }

    private Optional<StandStill> why(String now, List<PartnershipEvent> life) {
        var id = UUID.randomUUID().toString();
        alliance.events.happened(id, life.toArray(PartnershipEvent[]::new));
        watching.read();
        return Optional.ofNullable(question.of(List.of(id), at(now)).get(id));
    }
}
