package dev.headway.lifecycle.partnership.motion;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.TouchpointKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told twice with the time when it happened is one fact; what happens now is another. */
class SameFactTest {

    private static final Instant AT = daysAgo(3);
    private static final TouchpointRecorded CALLED =
            new TouchpointRecorded("JOINT_CALL", "weekly", null, AT);
    private static final JointWinRecorded WON =
            new JointWinRecorded("Harbour Foods", "first order", "signed", AT);
    private static final MeasurementTaken MEASURED =
            new MeasurementTaken(new BigDecimal("25.50"), "crm", AT);

    @Test
    void a_touchpoint_of_the_same_time_and_words_is_the_same() {
        given(aPilot().and(CALLED)).when(touchpoint("weekly", AT)).thenNothingNew();
        given(aPilot().and(CALLED))
                .when(touchpoint("weekly", AT.plusSeconds(1)))
                .then(new TouchpointRecorded("JOINT_CALL", "weekly", null, AT.plusSeconds(1)));
        given(aPilot().and(CALLED))
                .when(touchpoint("monthly", AT))
                .then(new TouchpointRecorded("JOINT_CALL", "monthly", null, AT));
    }

    @Test
    void a_joint_win_of_the_same_time_and_words_is_the_same() {
        given(aPilot().and(WON)).when(win("signed", AT)).thenNothingNew();
        given(aPilot().and(WON))
                .when(win("paid", AT))
                .then(new JointWinRecorded("Harbour Foods", "first order", "paid", AT));
    }

    @Test
    void a_measurement_of_the_same_time_and_number_is_the_same() {
        given(aPilot().and(MEASURED)).when(measurement("25.5", AT)).thenNothingNew();
        given(aPilot().and(MEASURED))
                .when(measurement("25.51", AT))
                .then(new MeasurementTaken(new BigDecimal("25.51"), "crm", AT));
    }

    @Test
    void for_another_claim_it_is_another_measurement() {
        var other =
                new LeverageClaimed(
                        "WIN_RATE",
                        "other",
                        "deals",
                        "count",
                        BigDecimal.ZERO,
                        BigDecimal.TEN,
                        inDays(9),
                        daysAgo(1));

        given(aPilot().and(MEASURED, other))
                .when(measurement("25.50", AT))
                .then(new MeasurementTaken(new BigDecimal("25.50"), "crm", AT));
    }

    @Test
    void without_a_time_each_is_a_new_one_that_happens_now() {
        given(aPilot().and(new TouchpointRecorded("JOINT_CALL", "weekly", null, NOW)))
                .when(touchpoint("weekly", null))
                .then(new TouchpointRecorded("JOINT_CALL", "weekly", null, NOW));
    }

    @Test
    void evidence_begins_anew_after_a_revival() {
        given(
                        aPilot().and(
                                        WON,
                                        new PartnershipSunset("x", "y", null, daysAgo(2)),
                                        new PartnershipRevived("again", daysAgo(1))))
                .when(win("signed", AT))
                .then(WON);
    }

    private static RecordTouchpoint touchpoint(String summary, @Nullable Instant at) {
        return new RecordTouchpoint(ID, TouchpointKind.JOINT_CALL, summary, null, at);
    }

    private static RecordJointWin win(String evidence, Instant at) {
        return new RecordJointWin(
                ID, "Harbour Foods", "first order", evidence, null, null, null, at);
    }

    private static TakeMeasurement measurement(String value, Instant at) {
        return new TakeMeasurement(ID, new BigDecimal(value), "crm", at);
    }
}
