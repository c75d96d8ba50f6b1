package dev.headway.lifecycle.partnership.corrections;

import static dev.headway.lifecycle.partnership.SampleHistories.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.MoveDateCorrected;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.RecordedHistory;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What recorded events come to once corrections are heeded. */
class EffectiveHistoryTest {

    private RecordedHistory history =
            RecordedHistory.NONE.plus(
                    new Recorded(
                            "registered",
                            new PartnershipRegistered(
                                    "p", "Reef", "Reef Ltd", "TELCO", null, null, null, NOW),
                            null));

    @Test
    void a_withdrawn_fact_leaves_no_trace_in_the_state() {
        var before = history.state();
        recorded("a", touchpoint(days(1)));
        recorded("w", withdrawn("a"));

        assertThat(history.state()).isEqualTo(before);
    }

    @Test
    void what_is_recorded_anew_stands_where_the_old_was_and_not_at_the_end() {
        recorded("a", seam("FAIL"));
        recorded("b", seam("PASS"));
        recorded("w", withdrawn("a"));
        corrected("c", "a", seam("NOT_APPLICABLE"));

        assertThat(seamVerdict()).isEqualTo("PASS");
        recorded("w2", withdrawn("b"));
        assertThat(seamVerdict()).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void a_correction_can_be_corrected_and_withdrawn() {
        recorded("a", touchpoint(days(1)));
        recorded("w", withdrawn("a"));
        corrected("c", "a", touchpoint(days(2)));
        assertThat(lastMotion()).isEqualTo(days(2));
        recorded("w2", withdrawn("c"));
        corrected("d", "c", touchpoint(days(3)));
        assertThat(lastMotion()).isEqualTo(days(3));
        recorded("w3", withdrawn("d"));
        assertThat(lastMotion()).isNull();
    }

    @Test
    void a_step_that_was_never_planned_was_never_done_either() {
        recorded("a", new StepPlanned("s1", "Call", "Ada", "OURS", days(9), NOW));
        recorded("b", new StepCompleted("s1", null, days(2)));
        assertThat(lastMotion()).isEqualTo(days(2));
        recorded("w", withdrawn("a"));

        assertThat(lastMotion()).isNull();
    }

    @Test
    void a_move_has_the_date_that_it_was_corrected_to_last() {
        recorded("a", new PilotStarted(null, days(5)));
        recorded("m", new MoveDateCorrected("a", days(3), "typed wrongly", days(6)));
        recorded("n", new MoveDateCorrected("a", days(4), "typed wrongly again", days(6)));

        assertThat(facts().facts().lastMoveAt()).isEqualTo(days(4));
        assertThat(lastMotion()).isEqualTo(days(4));
        assertThat(facts().facts().imported().enteredAt()).containsValue(days(5));
    }

    private void recorded(String id, PartnershipEvent event) {
        history = history.plus(new Recorded(id, event, null));
    }

    private void corrected(String id, String corrects, PartnershipEvent event) {
        history = history.plus(new Recorded(id, event, corrects));
    }

    private Registered facts() {
        return (Registered) history.state();
    }

    private @Nullable Instant lastMotion() {
        return facts().facts().lastMotionAt();
    }

    private String seamVerdict() {
        return facts().facts()
                .evidence()
                .latestEvents()
                .latest(SeamChecked.class, "ONBOARDING")
                .orElseThrow()
                .verdict();
    }

    private static SeamChecked seam(String verdict) {
        return new SeamChecked("ONBOARDING", verdict, "walked through", NOW);
    }

    private static TouchpointRecorded touchpoint(Instant at) {
        return new TouchpointRecorded("JOINT_CALL", "weekly call", null, at);
    }

    private static FactWithdrawn withdrawn(String eventId) {
        return new FactWithdrawn(eventId, "TouchpointRecorded", "It never held", NOW);
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
