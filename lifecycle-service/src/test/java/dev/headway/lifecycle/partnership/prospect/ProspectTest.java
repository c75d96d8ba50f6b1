package dev.headway.lifecycle.partnership.prospect;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static dev.headway.lifecycle.partnership.gates.CriterionCase.policy;

import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.lifecycle.partnership.classification.ClassifyPartnership;
import dev.headway.lifecycle.partnership.classification.DeliverBend;
import dev.headway.lifecycle.partnership.seats.FillSeat;
import dev.headway.lifecycle.people.Owner;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Is there leverage, and is this the time? */
class ProspectTest {

    @Test
    void a_partnership_begins_as_a_prospect() {
        given(noPartnership())
                .when(register())
                .then(
                        new PartnershipRegistered(
                                ID,
                                "Northwind",
                                "Northwind Ltd",
                                "RESELLER",
                                null,
                                null,
                                null,
                                NOW));
    }

    @Test
    void a_pattern_and_an_owner_are_recorded_with_the_registration() {
        given(noPartnership())
                .when(
                        new RegisterPartnership(
                                ID,
                                "Northwind",
                                "Northwind Ltd",
                                PartnerType.RESELLER,
                                "https://northwind.example",
                                Pattern.RESELL,
                                "retail",
                                Owner.named("Mara"),
                                daysAgo(3)))
                .then(
                        new PartnershipRegistered(
                                ID,
                                "Northwind",
                                "Northwind Ltd",
                                "RESELLER",
                                "https://northwind.example",
                                "retail",
                                null,
                                daysAgo(3)),
                        new PatternChosen("RESELL", daysAgo(3)),
                        new SeatFilled("RELATIONSHIP", "Mara", "OURS", daysAgo(3)));
    }

    @Test
    void a_pattern_is_chosen_and_choosing_it_again_is_quiet() {
        given(aBareProspect()).when(choose(Pattern.REFERRAL)).then(patternChosen("REFERRAL"));
        given(aBareProspect().and(patternChosen("REFERRAL")))
                .when(choose(Pattern.REFERRAL))
                .thenNothingNew();
        given(aBareProspect().and(patternChosen("REFERRAL")))
                .when(choose(Pattern.RESELL))
                .then(patternChosen("RESELL"));
    }

    @Test
    void leverage_is_claimed_and_claiming_the_same_again_is_quiet() {
        var claimed =
                new LeverageClaimed(
                        "WIN_RATE",
                        "they are in the room",
                        "win rate",
                        "%",
                        new BigDecimal("10"),
                        new BigDecimal("30"),
                        inDays(60),
                        NOW);

        given(aBareProspect()).when(claimLeverage("10", "30")).then(claimed);
        given(aBareProspect().and(claimed)).when(claimLeverage("10.0", "30")).thenNothingNew();
        given(aBareProspect().and(leverageClaimed("10", "25")))
                .when(claimLeverage("10", "30"))
                .then(claimed);
    }

    @Test
    void a_disqualifier_is_screened_and_the_same_finding_again_is_quiet() {
        var clear = screened(null, "CLEAR");
        var triggered = screened(null, "TRIGGERED");

        given(aBareProspect()).when(screen("no-budget", ScreeningVerdict.CLEAR)).then(clear);
        given(aBareProspect().and(clear))
                .when(screen("no-budget", ScreeningVerdict.CLEAR))
                .thenNothingNew();
        given(aBareProspect().and(clear))
                .when(screen("no-budget", ScreeningVerdict.TRIGGERED))
                .then(triggered);
    }

    @Test
    void a_disqualifier_that_is_worded_anew_is_answered_anew() {
        var policy = policy(List.of(), "no-budget");
        var before = screened("nobody pays", "CLEAR");
        var after = screened("no-budget", "CLEAR");

        given(aBareProspect().and(before))
                .under(policy)
                .when(screen("no-budget", ScreeningVerdict.CLEAR))
                .then(after);
        given(aBareProspect().and(before, after))
                .under(policy)
                .when(screen("no-budget", ScreeningVerdict.CLEAR))
                .thenNothingNew();
    }

    private static DisqualifierScreened screened(@Nullable String statement, String verdict) {
        return new DisqualifierScreened("no-budget", statement, verdict, "asked their CFO", NOW);
    }

    @Test
    void nothing_bends_for_a_transactional_partner() {
        var bend = new PromisedBend("b1", "PACKAGING", "one invoice", inDays(90));

        given(aBareProspect())
                .when(
                        new ClassifyPartnership(
                                ID, Classification.TRANSACTIONAL, List.of(bend), null))
                .thenBroken("/bends", "nothing bends for a transactional partner");
        given(
                        aBareProspect()
                                .and(
                                        new PartnershipClassified(
                                                "TRANSACTIONAL", List.of(bend), daysAgo(1))))
                .when(new DeliverBend(ID, "b1", "sent", null))
                .thenMissing("bend");
    }

    @Test
    void timing_is_read_and_the_same_reading_later_is_news() {
        given(aBareProspect()).when(readTiming()).then(timingRead(true, true, NOW));
        given(aBareProspect().and(timingRead(true, true, NOW))).when(readTiming()).thenNothingNew();
        given(aBareProspect().and(timingRead(true, true, daysAgo(1))))
                .when(readTiming())
                .then(timingRead(true, true, NOW));
    }

    @Test
    void a_reading_recorded_late_is_news_once() {
        var late = new ReadTiming(ID, "migration", true, "expansion", false, daysAgo(9));
        var read = timingRead(true, false, daysAgo(9));

        given(aProspect()).when(late).then(read);
        given(aProspect().and(read)).when(late).thenNothingNew();
    }

    @Test
    void a_seat_is_filled_and_filling_it_with_the_same_person_again_is_quiet() {
        var mara = new SeatFilled("SUPPORT", "Mara", "OURS", NOW);

        given(aBareProspect()).when(fill(Seat.SUPPORT, "Mara")).then(mara);
        given(aBareProspect().and(mara)).when(fill(Seat.SUPPORT, "Mara")).thenNothingNew();
        given(aBareProspect().and(mara))
                .when(fill(Seat.SUPPORT, "Kai"))
                .then(new SeatFilled("SUPPORT", "Kai", "OURS", NOW));
        given(aBareProspect().and(mara))
                .when(new FillSeat(ID, Seat.SUPPORT, Owner.named("Mara"), Side.PARTNER, null))
                .then(new SeatFilled("SUPPORT", "Mara", "PARTNER", NOW));
    }

    @Test
    void a_seat_is_vacated_and_vacating_an_empty_one_is_quiet() {
        given(aBareProspect().and(seatFilled("SUPPORT")))
                .when(vacate(Seat.SUPPORT))
                .then(new SeatVacated("SUPPORT", NOW));
        given(aBareProspect()).when(vacate(Seat.SUPPORT)).thenNothingNew();
        given(aBareProspect().and(seatFilled("SUPPORT"), new SeatVacated("SUPPORT", daysAgo(1))))
                .when(vacate(Seat.SUPPORT))
                .thenNothingNew();
    }

    @Test
    void strategic_is_a_promise_to_bend_and_promising_the_same_again_is_quiet() {
        var strategic = new PartnershipClassified("STRATEGIC", List.of(BEND), NOW);

        given(aBareProspect()).when(classify(Classification.STRATEGIC, BEND)).then(strategic);
        given(aBareProspect().and(strategic))
                .when(classify(Classification.STRATEGIC, BEND))
                .thenNothingNew();
        given(aBareProspect().and(strategic))
                .when(classify(Classification.TRANSACTIONAL))
                .then(new PartnershipClassified("TRANSACTIONAL", List.of(), NOW));
    }

    @Test
    void strategic_without_a_bend_is_only_a_name() {
        given(aBareProspect())
                .when(classify(Classification.STRATEGIC))
                .thenBroken("/bends", "strategic needs at least one bend");
    }

    @Test
    void a_promised_bend_is_delivered_once() {
        var promised =
                aBareProspect().and(new PartnershipClassified("STRATEGIC", List.of(BEND), NOW));
        var delivered = new BendDelivered("b1", "shipped in 4.2", NOW);

        given(promised).when(deliver("b1")).then(delivered);
        given(promised.and(delivered)).when(deliver("b1")).thenNothingNew();
    }

    @Test
    void a_bend_that_was_never_promised_cannot_be_delivered() {
        given(aBareProspect()).when(deliver("b1")).thenMissing("bend");
        given(aBareProspect().and(new PartnershipClassified("STRATEGIC", List.of(BEND), NOW)))
                .when(deliver("b2"))
                .thenMissing("bend");
    }

    @Test
    void a_prospect_is_parked_until_a_date_and_parking_it_again_until_then_is_quiet() {
        given(aProspect())
                .when(park(inDays(30)))
                .then(new ProspectParked(inDays(30), "after their launch", NOW));
        given(aParkedProspect()).when(park(inDays(30))).thenNothingNew();
        given(aParkedProspect())
                .when(park(inDays(45)))
                .then(new ProspectParked(inDays(45), "after their launch", NOW));
    }

    @Test
    void a_parked_prospect_is_taken_up_again_and_one_that_is_not_parked_stays_as_it_is() {
        given(aParkedProspect()).when(unpark()).then(new ProspectUnparked(NOW));
        given(aProspect()).when(unpark()).thenNothingNew();
    }

    @Test
    void a_parked_prospect_may_start_its_pilot_which_ends_the_parking() {
        given(aParkedProspect()).when(startPilot()).thenMovedTo(Stage.PILOT, PilotStarted.class);
        given(aParkedProspect().and(new PilotStarted(passed(Stage.PILOT), daysAgo(1))))
                .when(unpark())
                .thenIllegal("Only a prospect can be parked");
    }

    @Test
    void nobody_is_parked_until_a_time_that_is_over() {
        given(aProspect()).when(park(NOW)).thenBroken("/until", "lies in the past");
        given(aProspect())
                .when(park(NOW.plusNanos(1)))
                .then(new ProspectParked(NOW.plusNanos(1), "after their launch", NOW));
        given(aParkedProspect()).at(inDays(31)).when(park(inDays(30))).thenNothingNew();
    }

    @Test
    void only_a_prospect_can_be_parked() {
        for (var stage : List.of(Stage.PILOT, Stage.LAUNCH, Stage.SCALED, Stage.SUNSET)) {
            given(in(stage)).when(park(inDays(30))).thenIllegal("Only a prospect can be parked");
            given(in(stage)).when(unpark()).thenIllegal("Only a prospect can be parked");
        }
    }

    private static PatternChosen patternChosen(String pattern) {
        return new PatternChosen(pattern, NOW);
    }
}
