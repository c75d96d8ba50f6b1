package dev.headway.lifecycle.partnership.waivers;

import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.Role;
import dev.headway.contracts.verdicts.WaiverDecision;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.WaiverCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.Waivers;
import dev.headway.partnership.state.Waivers.Waiver;
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
        var by = context.actor();
        if (by.is(waiver.get().requestedBy(), waiver.get().requestedById())) {
            return new Decision.Forbidden("Nobody decides a waiver of their own");
        }
        var at = context.effectiveTime(this);
        return switch (waiver.get().status()) {
            case REQUESTED ->
                    switch (decision) {
                        case GRANTED -> granted(waiver.get(), context, at);
                        case REFUSED ->
                                Decision.happened(
                                        new WaiverRefused(
                                                waiverId,
                                                reason,
                                                by.subject(),
                                                by.id(),
                                                by.name(),
                                                at));
                    };
            case GRANTED, REFUSED ->
                    waiver.get().status().name().equals(decision.name())
                            ? Decision.nothingNew()
                            : new Decision.Illegal("The waiver is decided already");
        };
    }

    /** What would be over at once is not granted; it can be asked for anew. */
    private Decision granted(Waiver waiver, DecisionContext context, Instant at) {
        var by = context.actor();
        return context.isOver(waiver.expiresOn())
                ? new Decision.Illegal("The waiver is over; it ended on " + waiver.expiresOn())
                : Decision.happened(
                        new WaiverGranted(waiverId, reason, by.subject(), by.id(), by.name(), at));
    }
}
