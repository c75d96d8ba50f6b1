package dev.headway.lifecycle.partnership.classification;

import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether we are willing to change for this partner, and what bends. */
public record ClassifyPartnership(
        String partnershipId,
        Classification classification,
        List<PromisedBend> bends,
        @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        if (classification == Classification.STRATEGIC && bends.isEmpty()) {
            return new Decision.Broken("/bends", "strategic needs at least one bend");
        }
        if (classification == Classification.TRANSACTIONAL && !bends.isEmpty()) {
            return new Decision.Broken("/bends", "nothing bends for a transactional partner");
        }
        var promised = PromisedBends.again(bends, state);
        var event =
                new PartnershipClassified(
                        classification.name(), promised, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                "",
                known ->
                        known.classification().equals(classification.name())
                                && known.bends().equals(promised));
    }
}
