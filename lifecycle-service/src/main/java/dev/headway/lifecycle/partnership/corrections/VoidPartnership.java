package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.NamedPartnership;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * It should never have been registered, for a reason. Out of every list from now on; its history
 * stays.
 *
 * @param twinOf the partnership that stays, or null if it was a mistake
 * @param voidedAsTwin one that was voided as a twin of a partnership, or null; whatever such a one
 *     names leads to a partnership that stays
 */
public record VoidPartnership(
        String partnershipId,
        String reason,
        @Nullable String twinOf,
        Function<String, @Nullable NamedPartnership> voidedAsTwin)
        implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered known when known.facts().voided() -> again(context);
            case Registered _ when partnershipId.equals(twinOf) ->
                    new Decision.Broken("/twinOf", "is the partnership itself");
            case Registered _ -> voided(context);
        };
    }

    private Decision voided(DecisionContext context) {
        var twin = twinOf == null ? voidedAsTwin.apply(partnershipId) : null;
        return twin == null
                ? Decision.happened(
                        new PartnershipVoided(reason, twinOf, context.effectiveTime(this)))
                : new Decision.Illegal(
                        "%s was voided as a twin of this one, which stays; name another one that stays"
                                        .formatted(twin.name())
                                + " as twinOf, or unvoid that one first",
                        twin);
    }

    /** The same again is quiet; another partnership that stays is no slip of the pen. */
    private Decision again(DecisionContext context) {
        var sameAgain =
                twinOf == null
                        || context.history()
                                .latest(PartnershipVoided.class, _ -> true)
                                .filter(
                                        newest ->
                                                newest.event() instanceof PartnershipVoided voided
                                                        && Objects.equals(twinOf, voided.twinOf()))
                                .isPresent();
        return sameAgain
                ? Decision.nothingNew()
                : new Decision.Illegal(
                        "It is voided already, and not as a twin of this one; unvoid it first");
    }

    @Override
    public boolean isLegalWhenVoided() {
        return true;
    }
}
