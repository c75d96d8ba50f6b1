package dev.headway.lifecycle.partnership.waivers;

import static dev.headway.contracts.verdicts.WaiverDecision.GRANTED;
import static dev.headway.contracts.verdicts.WaiverDecision.REFUSED;
import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.History;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Exceptions: asked for by one person, decided by another, and over on a date. */
class WaiversTest {

    private static final History ASKED =
            aPilot().and(waiverRequested("w1", "customer-used", inDays(30)));
    private static final WaiverGranted YES = new WaiverGranted("w1", "until the audit", "ada", NOW);
    private static final WaiverRefused NO = new WaiverRefused("w1", "until the audit", "ada", NOW);

    @Test
    void a_waiver_is_asked_for_once() {
        var asked =
                new WaiverRequested(
                        "w1", "seams-pass", "the audit is late", inDays(30), "mia", NOW);

        given(aPilot()).when(requestWaiver("w1", "seams-pass")).then(asked);
        given(aPilot().and(asked)).when(requestWaiver("w1", "seams-pass")).thenNothingNew();
        given(aPilot().and(asked).and(YES))
                .when(requestWaiver("w1", "seams-pass"))
                .thenNothingNew();
    }

    @Test
    void nobody_asks_for_a_waiver_that_is_over() {
        given(aPilot())
                .at(inDays(30))
                .when(requestWaiver("w1", "seams-pass"))
                .thenBroken("/expiresOn", "lies in the past");
        given(ASKED).at(inDays(31)).when(requestWaiver("w1", "customer-used")).thenNothingNew();
    }

    @Test
    void nobody_waives_what_no_gate_asks_for() {
        given(aPilot())
                .when(requestWaiver("w1", "good-weather"))
                .thenBroken("/criterion", "is not a criterion of any gate");
    }

    @Test
    void a_waiver_is_granted_and_granting_it_again_is_quiet() {
        given(ASKED).when(decide("w1", GRANTED), "ada").then(YES);
        given(ASKED.and(YES)).when(decide("w1", GRANTED), "ada").thenNothingNew();
    }

    @Test
    void a_waiver_past_its_date_is_not_granted_any_more_and_may_still_be_refused() {
        var over = inDays(30);

        given(ASKED)
                .at(over)
                .when(decide("w1", GRANTED), "ada")
                .thenIllegal("The waiver is over; it ended on " + over);
        given(ASKED)
                .at(over)
                .when(decide("w1", REFUSED), "ada")
                .then(new WaiverRefused("w1", "until the audit", "ada", over));
        given(ASKED.and(YES)).at(over).when(decide("w1", GRANTED), "ada").thenNothingNew();
    }

    @Test
    void a_waiver_lasts_until_its_day_ends() {
        var day = Instant.parse("2026-07-01T00:00:00Z");
        var evening = day.plus(Duration.ofHours(20));
        var asked = aPilot().and(waiverRequested("w1", "customer-used", day));

        given(asked)
                .at(evening)
                .when(decide("w1", GRANTED), "ada")
                .then(new WaiverGranted("w1", "until the audit", "ada", evening));
        given(asked)
                .at(day.plus(Duration.ofDays(1)))
                .when(decide("w1", GRANTED), "ada")
                .thenIllegal("The waiver is over; it ended on " + day);
    }

    @Test
    void a_waiver_is_refused_and_refusing_it_again_is_quiet() {
        given(ASKED).when(decide("w1", REFUSED), "ada").then(NO);
        given(ASKED.and(NO)).when(decide("w1", REFUSED), "ada").thenNothingNew();
    }

    @Test
    void a_decision_stands() {
        given(ASKED.and(YES))
                .when(decide("w1", REFUSED), "ada")
                .thenIllegal("The waiver is decided already");
        given(ASKED.and(NO))
                .when(decide("w1", GRANTED), "ada")
                .thenIllegal("The waiver is decided already");
    }

    @Test
    void nobody_decides_a_waiver_of_their_own() {
        given(ASKED)
                .when(decide("w1", GRANTED), "mia")
                .thenForbidden("Nobody decides a waiver of their own");
        given(ASKED)
                .when(decide("w1", REFUSED), "mia")
                .thenForbidden("Nobody decides a waiver of their own");
    }

    @Test
    void a_waiver_that_nobody_asked_for_is_missing() {
        given(aPilot()).when(decide("w9", GRANTED), "ada").thenMissing("waiver");
    }

    @Test
    void a_granted_waiver_opens_the_gate_and_one_that_is_only_asked_for_does_not() {
        var unused = ASKED.without(JointWinRecorded.class);

        given(unused).when(launch()).thenRefused(Stage.LAUNCH, "customer-used");
        given(unused.and(YES)).when(launch()).thenMovedTo(Stage.LAUNCH, PartnershipLaunched.class);
        given(unused.and(NO)).when(launch()).thenRefused(Stage.LAUNCH, "customer-used");
    }
}
