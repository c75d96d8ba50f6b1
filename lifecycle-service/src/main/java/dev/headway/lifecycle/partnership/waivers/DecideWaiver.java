package dev.headway.lifecycle.partnership.waivers;

import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.Role;
import dev.headway.contracts.WaiverDecision;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.WaiverCommand;
import dev.headway.lifecycle.partnership.state.PartnershipState;
import dev.headway.lifecycle.partnership.state.Waivers;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grants or refuses an exception; never one's own. */
public record DecideWaiver(
        String partnershipId,
        String waiverId,
        WaiverDecision decision,
        String reason,
        @Nullable Instant effectiveAt)
        implements WaiverCommand {

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.APPROVER);
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state, active -> decide(active.facts().evidence().waivers(), context));
    }

    private Decision decide(Waivers waivers, DecisionContext context) {
        var waiver = waivers.find(waiverId);
        if (waiver.isEmpty()) {
            return new Decision.Missing("waiver");
        }
        if (waiver.get().requestedBy().equals(context.actor())) {
            return new Decision.Forbidden("Nobody decides a waiver of their own");
        }
        var at = context.effectiveTime(this);
        return switch (waiver.get().status()) {
            case REQUESTED ->
                    Decision.happened(
                            decision == WaiverDecision.GRANTED
                                    ? new WaiverGranted(waiverId, reason, context.actor(), at)
                                    : new WaiverRefused(waiverId, reason, context.actor(), at));
            case GRANTED, REFUSED ->
                    waiver.get().status().name().equals(decision.name())
                            ? Decision.nothingNew()
                            : new Decision.Illegal("The waiver is decided already");
        };
    }
}
