package dev.headway.lifecycle.partnership.steps;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.lifecycle.people.Owner;
import org.junit.jupiter.api.Test;

/** A step changes hands only while it is open and in those of whoever hands over. */
class HandOverStepTest {

    private static final StepOwnerChanged TO_MIA =
            new StepOwnerChanged("s1", "Mia Holm", "p1", daysAgo(2));

    @Test
    void a_step_is_handed_over() {
        given(aPilot())
                .when(from(Owner.named(" mara ")))
                .then(new StepOwnerChanged("s1", "Kai", null, NOW));
        given(aPilot().and(TO_MIA))
                .when(from(new Owner("Mia Berg", "p1")))
                .then(new StepOwnerChanged("s1", "Kai", null, NOW));
    }

    @Test
    void what_somebody_else_owns_stays_theirs() {
        given(aPilot().and(TO_MIA)).when(from(Owner.named("Mara"))).thenNothingNew();
        given(aPilot().and(TO_MIA)).when(from(Owner.named("Mia Holm"))).thenNothingNew();
    }

    @Test
    void what_is_done_stays_whose_it_was() {
        given(aPilot().and(new StepCompleted("s1", "sent", daysAgo(1))))
                .when(from(Owner.named("Mara")))
                .thenNothingNew();
    }

    private static HandOverStep from(Owner owner) {
        return new HandOverStep(ID, "s1", owner, Owner.named("Kai"));
    }
}
