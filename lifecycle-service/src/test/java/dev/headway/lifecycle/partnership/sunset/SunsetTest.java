package dev.headway.lifecycle.partnership.sunset;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ended on purpose, owing nothing, with the customers told; and perhaps begun again. */
class SunsetTest {

    @ParameterizedTest
    @EnumSource(names = {"PROSPECT", "PILOT", "LAUNCH", "SCALED"})
    void every_active_partnership_can_be_ended(Stage stage) {
        given(in(stage).and(customersNotified()))
                .when(sunset())
                .thenMovedTo(Stage.SUNSET, PartnershipSunset.class);
    }

    @Test
    void an_end_without_reason_with_debts_and_in_silence_is_told_all_three() {
        given(aScaledPartnership().and(obligationTaken("o1")))
                .when(new SunsetPartnership(ID, null, "one of us", null))
                .thenRefused(
                        Stage.SUNSET,
                        "reason-given",
                        "obligations-discharged",
                        "customers-notified");
    }

    @Test
    void ending_it_again_is_quiet() {
        given(aSunsetPartnership()).when(sunset()).thenNothingNew();
    }

    @Test
    void customers_are_notified_and_the_same_notice_again_is_quiet() {
        var notified = new CustomersNotified("by mail", daysAgo(6), NOW);

        given(aScaledPartnership()).when(notifyCustomers()).then(notified);
        given(aScaledPartnership().and(notified)).when(notifyCustomers()).thenNothingNew();
        given(aScaledPartnership().and(notified))
                .when(new NotifyCustomers(ID, "by letter", daysAgo(6), null))
                .then(new CustomersNotified("by letter", daysAgo(6), NOW));
    }

    @Test
    void an_obligation_is_taken_once() {
        var taken = new ObligationTaken("o1", "support", "Globex", inDays(300), NOW);

        given(aScaledPartnership()).when(takeObligation("o1")).then(taken);
        given(aScaledPartnership().and(taken)).when(takeObligation("o1")).thenNothingNew();
    }

    @Test
    void an_obligation_is_discharged_and_discharging_it_again_is_quiet() {
        var owing = aScaledPartnership().and(obligationTaken("o1"));
        var discharged = new ObligationDischarged("o1", "done early", NOW);

        given(owing).when(discharge("o1")).then(discharged);
        given(owing.and(discharged)).when(discharge("o1")).thenNothingNew();
        given(owing.and(discharged))
                .when(handOver("o1"))
                .thenIllegal("The obligation is DISCHARGED");
    }

    @Test
    void an_obligation_is_handed_over_and_handing_it_over_again_is_quiet() {
        var owing = aScaledPartnership().and(obligationTaken("o1"));
        var handedOver = new ObligationHandedOver("o1", "Northwind", "by contract", NOW);

        given(owing).when(handOver("o1")).then(handedOver);
        given(owing.and(handedOver)).when(handOver("o1")).thenNothingNew();
        given(owing.and(handedOver))
                .when(discharge("o1"))
                .thenIllegal("The obligation is HANDED_OVER");
    }

    @Test
    void an_obligation_that_nobody_took_is_missing() {
        given(aScaledPartnership()).when(discharge("o9")).thenMissing("obligation");
        given(aScaledPartnership()).when(handOver("o9")).thenMissing("obligation");
    }

    @Test
    void after_the_end_obligations_may_still_be_settled_and_leverage_measured() {
        var owing = aSunsetPartnership().and(obligationTaken("o1"));

        given(owing).when(discharge("o1")).then(new ObligationDischarged("o1", "done early", NOW));
        given(owing)
                .when(handOver("o1"))
                .then(new ObligationHandedOver("o1", "Northwind", "by contract", NOW));
        given(owing).when(takeMeasurement("20")).then(measured("20", NOW));
    }

    @Test
    void an_ended_partnership_is_revived_for_a_reason() {
        given(aSunsetPartnership())
                .when(revive())
                .then(new PartnershipRevived("they called again", NOW));
        given(aSunsetPartnership())
                .when(new RevivePartnership(ID, " ", null))
                .thenBroken("/reason", "a reason is required to go back");
    }

    @Test
    void reviving_a_prospect_is_quiet() {
        given(aSunsetPartnership().and(new PartnershipRevived("again", daysAgo(1))))
                .when(revive())
                .thenNothingNew();
    }

    @Test
    void what_is_alive_cannot_be_revived() {
        given(aPilot()).when(revive()).thenNoSuchMove(Stage.PROSPECT, NOW);
        given(aLaunchedPartnership()).when(revive()).thenNoSuchMove(Stage.PROSPECT, NOW);
        given(aScaledPartnership()).when(revive()).thenNoSuchMove(Stage.PROSPECT, NOW);
    }

    @Test
    void a_revival_keeps_pattern_and_obligations_and_must_earn_everything_else_again() {
        var revived =
                aSunsetPartnership()
                        .and(obligationTaken("o1"), new PartnershipRevived("again", daysAgo(1)));

        given(revived)
                .when(startPilot())
                .thenRefused(
                        Stage.PILOT,
                        "leverage-claimed",
                        "timing-right",
                        "relationship-seat-filled",
                        "pilot-scoped");
        given(revived)
                .when(sunset())
                .thenRefused(Stage.SUNSET, "obligations-discharged", "customers-notified");
        given(revived).when(complete("s1")).thenMissing("step");
    }
}
