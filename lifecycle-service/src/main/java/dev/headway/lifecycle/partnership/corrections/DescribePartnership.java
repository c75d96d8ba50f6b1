package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.Partner;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Another name, another partner, another place in the files; in every stage. The past keeps what it
 * was called then.
 *
 * @param name the new name, or null to leave it
 * @param partner what becomes of what is known of the partner
 */
public record DescribePartnership(
        String partnershipId,
        @Nullable String name,
        UnaryOperator<Partner> partner,
        @Nullable String reason)
        implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered known -> described(known, context.effectiveTime(this));
        };
    }

    private Decision described(Registered known, Instant at) {
        var facts = known.facts();
        var events = new ArrayList<PartnershipEvent>();
        if (name != null && !name.equals(facts.name())) {
            events.add(new PartnershipRenamed(name, at));
        }
        var now = partner.apply(facts.partner());
        if (!now.equals(facts.partner())) {
            events.add(now.described(at));
        }
        return new Decision.Happened(List.copyOf(events));
    }
}
