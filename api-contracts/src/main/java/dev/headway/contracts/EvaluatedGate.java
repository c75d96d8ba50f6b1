package dev.headway.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate as it was judged, kept inside the event of the move (or of its refusal) so that a reviewer
 * sees on what grounds it was made, whatever the policy says later.
 *
 * @param to the stage the move aimed at
 * @param policyVersion the version of the program policy that was in force
 * @param passes whether every required criterion held or was waived
 * @param criteria every criterion of the gate, met or not, in the gate's order
 */
public record EvaluatedGate(
        String to, long policyVersion, boolean passes, List<EvaluatedCriterion> criteria) {

    /**
     * One criterion as it was judged.
     *
     * @param id stable id, as {@code next-three-steps}
     * @param statement the sentence that must hold
     * @param required whether the pattern's template asks for it
     * @param met whether the data behind it satisfies it, waivers aside
     * @param have what there was, as "2 of 3 steps"
     * @param need what it takes
     * @param evidence what the judgement rests on, if anything was there
     * @param waiver the id of the granted, unexpired waiver that stands in for it
     */
    public record EvaluatedCriterion(
            String id,
            String statement,
            boolean required,
            boolean met,
            String have,
            String need,
            @Nullable String evidence,
            @Nullable String waiver) {

        /** Whether this criterion keeps the gate shut. */
        public boolean blocks() {
            return required && !met && waiver == null;
        }
    }

    /** The criteria that keep the gate shut, in the gate's order. */
    public List<EvaluatedCriterion> unmet() {
        return criteria.stream().filter(EvaluatedCriterion::blocks).toList();
    }
}
