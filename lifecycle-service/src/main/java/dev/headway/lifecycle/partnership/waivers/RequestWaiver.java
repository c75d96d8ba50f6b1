package dev.headway.lifecycle.partnership.waivers;

import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.contracts.policy.Criteria;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.WaiverCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.Waivers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks for an exception from one criterion, until a date. */
public record RequestWaiver(
        String partnershipId,
        String waiverId,
        String criterion,
        String reason,
        Instant expiresOn,
        @Nullable Instant effectiveAt)
        implements WaiverCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state, active -> decide(active.facts().evidence().waivers(), context));
    }

    private Decision decide(Waivers waivers, DecisionContext context) {
        if (!Criteria.ALL.contains(criterion) && !context.policy().asksFor(criterion)) {
            return new Decision.Broken("/criterion", "is not a criterion of any gate");
        }
        if (waivers.find(waiverId).isPresent()) {
            return Decision.nothingNew();
        }
        return context.isOver(expiresOn)
                ? new Decision.Broken("/expiresOn", "lies in the past")
                : Decision.happened(
                        new WaiverRequested(
                                waiverId,
                                criterion,
                                reason,
                                expiresOn,
                                context.actor().subject(),
                                context.actor().id(),
                                context.actor().name(),
                                context.effectiveTime(this)));
    }
}
