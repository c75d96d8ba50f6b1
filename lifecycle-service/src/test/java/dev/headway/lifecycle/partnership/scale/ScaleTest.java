package dev.headway.lifecycle.partnership.scale;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.people.Owner;
import org.junit.jupiter.api.Test;

/** What earns its way into scale: measured leverage, repeated wins, aligned incentives. */
class ScaleTest {

    @Test
    void a_launched_partnership_that_is_ready_scales() {
        given(aLaunchedPartnership())
                .when(scale())
                .thenMovedTo(Stage.SCALED, PartnershipScaled.class);
    }

    @Test
    void a_partnership_that_only_launched_is_told_everything_that_is_missing_at_once() {
        given(aBareLaunchedPartnership())
                .when(scale())
                .thenRefused(
                        Stage.SCALED,
                        "leverage-proved",
                        "repeatable-motion",
                        "incentives-aligned",
                        "seam-funded");
    }

    @Test
    void scaling_a_scaled_partnership_again_is_quiet() {
        given(aScaledPartnership()).when(scale()).thenNothingNew();
    }

    @Test
    void a_touchpoint_is_recorded_at_the_time_it_happened_and_one_told_twice_is_one() {
        var met = new TouchpointRecorded("JOINT_CALL", "kit feedback", "Kai", daysAgo(2));

        given(aLaunchedPartnership()).when(recordTouchpoint(daysAgo(2))).then(met);
        given(aLaunchedPartnership().and(met)).when(recordTouchpoint(daysAgo(2))).thenNothingNew();
    }

    @Test
    void a_joint_win_is_recorded_and_a_second_one_is_another() {
        given(aPilot()).when(recordJointWin("Globex")).then(jointWin("Globex", NOW));
        given(aPilot().and(jointWin("Globex", NOW)))
                .when(recordJointWin("Globex"))
                .then(jointWin("Globex", NOW));
    }

    @Test
    void a_measurement_is_taken_and_a_second_one_is_another() {
        given(aPilot()).when(takeMeasurement("20")).then(measured("20", NOW));
        given(aPilot().and(measured("20", NOW)))
                .when(takeMeasurement("20"))
                .then(measured("20", NOW));
    }

    @Test
    void an_incentive_is_aligned_and_aligning_it_the_same_again_is_quiet() {
        var aligned = new IncentiveAligned("SALES", "double quota", NOW);

        given(aBareLaunchedPartnership()).when(align(IncentiveActor.SALES)).then(aligned);
        given(aBareLaunchedPartnership().and(aligned))
                .when(align(IncentiveActor.SALES))
                .thenNothingNew();
        given(aBareLaunchedPartnership().and(aligned))
                .when(new AlignIncentive(ID, IncentiveActor.SALES, "a bonus", null))
                .then(new IncentiveAligned("SALES", "a bonus", NOW));
    }

    @Test
    void a_seam_is_funded_and_funding_it_the_same_again_is_quiet() {
        var funded = new SeamFunded("Ada", "two engineers", NOW);

        given(aBareLaunchedPartnership()).when(fundSeam()).then(funded);
        given(aBareLaunchedPartnership().and(funded)).when(fundSeam()).thenNothingNew();
        given(aBareLaunchedPartnership().and(funded))
                .when(new FundSeam(ID, Owner.named("Li"), "two engineers", null))
                .then(new SeamFunded("Li", "two engineers", NOW));
    }

    @Test
    void scaled_goes_back_to_launch_for_a_reason_and_keeps_its_evidence() {
        given(aScaledPartnership())
                .when(stepBackTo(Stage.LAUNCH))
                .then(
                        new PartnershipSteppedBack(
                                "SCALED", "LAUNCH", "the support seam broke", NOW));
        given(
                        aScaledPartnership()
                                .and(
                                        new PartnershipSteppedBack(
                                                "SCALED", "LAUNCH", "broke", daysAgo(1))))
                .when(scale())
                .thenMovedTo(Stage.SCALED, PartnershipScaled.class);
    }
}
