package dev.headway.lifecycle.partnership.steps;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Side;
import dev.headway.lifecycle.people.Owner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The plan: "secure the next three steps before the energy dips". */
class StepsTest {

    private static final StepCompleted DONE = new StepCompleted("s1", "sent", NOW);
    private static final StepDropped DROPPED = new StepDropped("s1", "no longer needed", NOW);

    @Test
    void a_step_is_planned_once() {
        var planned = new StepPlanned("s9", "title of s9", "Mara", "PARTNER", inDays(7), NOW);

        given(aPilot()).when(plan("s9", Side.PARTNER)).then(planned);
        given(aPilot().and(planned)).when(plan("s9", Side.PARTNER)).thenNothingNew();
    }

    @Test
    void planning_a_step_that_is_done_does_not_open_it_again() {
        given(aPilot().and(DONE)).when(plan("s1", Side.OURS)).thenNothingNew();
    }

    @Test
    void a_step_is_completed_and_completing_it_again_is_quiet() {
        given(aPilot()).when(complete("s1")).then(DONE);
        given(aPilot().and(DONE)).when(complete("s1")).thenNothingNew();
    }

    @Test
    void a_step_is_rescheduled_and_the_same_day_again_is_quiet() {
        var slipped = new StepRescheduled("s1", inDays(9), "their holidays", NOW);

        given(aPilot()).when(reschedule("s1", inDays(9))).then(slipped);
        given(aPilot().and(slipped)).when(reschedule("s1", inDays(9))).thenNothingNew();
    }

    @Test
    void a_step_is_given_to_somebody_else_and_to_the_same_again_is_quiet() {
        var given = new StepOwnerChanged("s1", "Kai", null, NOW);

        given(aPilot()).when(give("s1", "Kai")).then(given);
        given(aPilot().and(given)).when(give("s1", "Kai")).thenNothingNew();
        given(aPilot().and(given)).when(give("s1", "kai")).then(owned("kai", null));
    }

    @Test
    void a_person_is_the_same_person_by_any_name_and_no_text_is_a_person() {
        var mia = owned("Mia Holm", "p1");

        given(aPilot().and(mia))
                .when(new ChangeStepOwner(ID, "s1", new Owner("Mia Berg", "p1"), null))
                .thenNothingNew();
        given(aPilot().and(mia)).when(give("s1", "Mia Holm")).then(owned("Mia Holm", null));
        given(aPilot().and(mia))
                .when(new ChangeStepOwner(ID, "s1", new Owner("Mia Holm", "p2"), null))
                .then(owned("Mia Holm", "p2"));
    }

    @Test
    void a_step_that_is_not_open_is_given_to_nobody() {
        given(aPilot().and(DONE)).when(give("s1", "Kai")).thenIllegal("The step is DONE");
        given(aPilot().and(DROPPED)).when(give("s1", "Kai")).thenIllegal("The step is DROPPED");
        given(aPilot()).when(give("s9", "Kai")).thenMissing("step");
    }

    private static StepOwnerChanged owned(String name, @Nullable String id) {
        return new StepOwnerChanged("s1", name, id, NOW);
    }

    @Test
    void a_step_is_dropped_and_dropping_it_again_is_quiet() {
        given(aPilot()).when(drop("s1")).then(DROPPED);
        given(aPilot().and(DROPPED)).when(drop("s1")).thenNothingNew();
    }

    @Test
    void a_step_that_is_done_neither_slips_nor_drops() {
        given(aPilot().and(DONE)).when(reschedule("s1", inDays(9))).thenIllegal("The step is DONE");
        given(aPilot().and(DONE)).when(drop("s1")).thenIllegal("The step is DONE");
    }

    @Test
    void a_step_that_is_dropped_is_neither_done_nor_moved() {
        given(aPilot().and(DROPPED)).when(complete("s1")).thenIllegal("The step is DROPPED");
        given(aPilot().and(DROPPED))
                .when(reschedule("s1", inDays(9)))
                .thenIllegal("The step is DROPPED");
    }

    @Test
    void a_step_that_nobody_planned_is_missing() {
        given(aPilot()).when(complete("s9")).thenMissing("step");
        given(aPilot()).when(reschedule("s9", inDays(9))).thenMissing("step");
        given(aPilot()).when(drop("s9")).thenMissing("step");
    }
}
