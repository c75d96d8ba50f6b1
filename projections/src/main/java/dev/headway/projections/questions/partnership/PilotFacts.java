package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.PartnershipEvent.VerdictConfirmed;
import dev.headway.contracts.verdicts.PilotVerdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the pilot is to prove, and what became of it. */
record PilotFacts(@Nullable PilotScope pilotScope, @Nullable Verdict pilotVerdict) {

    static final PilotFacts NONE = new PilotFacts(null, null);

    record PilotScope(String useCase, String successCriterion, Instant endsOn, Instant scopedAt) {}

    /**
     * What the pilot showed.
     *
     * @param confirmed the partner's word for it, or null
     */
    record Verdict(
            String verdict,
            String evidence,
            @Nullable Instant endsOn,
            Instant judgedAt,
            @Nullable Confirmation confirmed) {}

    PilotFacts evolve(PilotScoped event) {
        return new PilotFacts(
                new PilotScope(
                        event.useCase(),
                        event.successCriterion(),
                        event.endsOn(),
                        event.effectiveAt()),
                pilotVerdict);
    }

    /** An extended pilot goes on to its new end. */
    PilotFacts evolve(PilotJudged event) {
        var end = event.endsOn();
        var verdict =
                new Verdict(event.verdict(), event.evidence(), end, event.effectiveAt(), null);
        var scope = pilotScope;
        return scope != null && end != null && event.verdict().equals(PilotVerdict.EXTENDED.name())
                ? new PilotFacts(
                        new PilotScope(
                                scope.useCase(), scope.successCriterion(), end, scope.scopedAt()),
                        verdict)
                : new PilotFacts(scope, verdict);
    }

    PilotFacts evolve(VerdictConfirmed event) {
        var known = pilotVerdict;
        return known != null
                        && event.isOf(
                                new PilotJudged(
                                        known.verdict(),
                                        known.evidence(),
                                        known.endsOn(),
                                        known.judgedAt()))
                ? new PilotFacts(
                        pilotScope,
                        new Verdict(
                                known.verdict(),
                                known.evidence(),
                                known.endsOn(),
                                known.judgedAt(),
                                new Confirmation(event.by(), event.effectiveAt())))
                : this;
    }
}
