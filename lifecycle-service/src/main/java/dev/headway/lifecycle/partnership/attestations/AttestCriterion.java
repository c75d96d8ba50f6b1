package dev.headway.lifecycle.partnership.attestations;

import dev.headway.contracts.PartnershipEvent.CriterionAttested;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.AttestationCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that one of the program's own criteria is met, as it is worded now, and what shows it; by
 * somebody with the role whose word counts.
 */
public record AttestCriterion(
        String partnershipId, String criterion, String evidence, @Nullable Instant effectiveAt)
        implements AttestationCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active ->
                        context.policy()
                                .criterion(criterion)
                                .map(own -> attested(active, own, context))
                                .orElseGet(
                                        () ->
                                                new Decision.Broken(
                                                        "/criterion",
                                                        "is not one of the program's own")));
    }

    private Decision attested(Registered active, OwnCriterion own, DecisionContext context) {
        if (context.roles().stream().noneMatch(role -> role.name().equals(own.attestedBy()))) {
            return new Decision.Forbidden(
                    "The word of the role " + own.attestedBy() + " counts for this criterion");
        }
        var event =
                new CriterionAttested(
                        criterion, own.statement(), evidence, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                active, event, criterion, known -> saysTheSame(known, event, own));
    }

    /** Where a word has an end, the same given later is another. */
    private static boolean saysTheSame(
            CriterionAttested known, CriterionAttested event, OwnCriterion own) {
        return known.statement().equals(event.statement())
                && known.evidence().equals(event.evidence())
                && (own.validDays() == null || known.effectiveAt().equals(event.effectiveAt()));
    }
}
