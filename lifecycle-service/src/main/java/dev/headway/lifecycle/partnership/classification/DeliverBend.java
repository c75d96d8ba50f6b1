package dev.headway.lifecycle.partnership.classification;

import dev.headway.contracts.PartnershipEvent.BendDelivered;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows that a promised bend was delivered. */
public record DeliverBend(
        String partnershipId, String bendId, String evidence, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active -> {
                    var latest = active.facts().evidence().latestEvents();
                    var promised =
                            latest.latest(PartnershipClassified.class)
                                    .filter(
                                            known ->
                                                    known.promised().stream()
                                                            .anyMatch(
                                                                    bend ->
                                                                            bend.bendId()
                                                                                    .equals(
                                                                                            bendId)))
                                    .isPresent();
                    if (!promised) {
                        return new Decision.Missing("bend");
                    }
                    return latest.latest(BendDelivered.class, bendId).isPresent()
                            ? Decision.nothingNew()
                            : Decision.happened(
                                    new BendDelivered(
                                            bendId, evidence, context.effectiveTime(this)));
                });
    }
}
