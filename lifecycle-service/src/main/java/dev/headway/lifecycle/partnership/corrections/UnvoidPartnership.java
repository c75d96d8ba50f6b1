package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent.PartnershipUnvoided;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.NamedPartnership;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Voiding was the mistake: the partnership is back as it was.
 *
 * @param holder who has an external key by now, or null; a file's row is about one partnership
 */
public record UnvoidPartnership(
        String partnershipId, Function<String, @Nullable NamedPartnership> holder)
        implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered known ->
                    known.facts().voided() ? unvoided(known, context) : Decision.nothingNew();
        };
    }

    private Decision unvoided(Registered known, DecisionContext context) {
        var key = known.facts().partner().externalKey();
        var other = key == null ? null : holder.apply(key);
        return other == null || other.id().equals(partnershipId)
                ? Decision.happened(new PartnershipUnvoided(context.effectiveTime(this)))
                : new Decision.Illegal(
                        "Its external key is that of %s by now; take it away from one of the two first"
                                .formatted(other.name()),
                        other);
    }

    @Override
    public boolean isLegalWhenVoided() {
        return true;
    }
}
