package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws a fact and records it anew in its place, in one step. What is recorded is decided when
 * the fact happened and where the partnership stood then, by the fact's own command.
 *
 * @param anew the fact's own command, with what should have been recorded
 */
public record CorrectFact(
        String partnershipId, String eventId, String reason, @Personal PartnershipCommand anew)
        implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return anew.effectiveAt();
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return RecordedFact.find(state, context, eventId, recorded -> corrected(recorded, context));
    }

    private Decision corrected(PartnershipEvent recorded, DecisionContext context) {
        var history = context.history();
        if (history.isWithdrawn(eventId)) {
            return new Decision.Illegal(
                    "The fact is withdrawn already; correct what stands instead");
        }
        var withdrawal =
                new FactWithdrawn(
                        eventId,
                        recorded.getClass().getSimpleName(),
                        reason,
                        context.effectiveTime(new WithdrawFact(partnershipId, eventId, reason)));
        var then = context.at(recorded.effectiveAt());
        var decision = anew.decide(history.stateBefore(eventId), then);
        return decision instanceof Decision.Happened happened
                ? inPlaceOf(recorded, withdrawal, happened)
                : decision;
    }

    /** What had been recorded before it all the same need not be recorded again. */
    private static Decision inPlaceOf(
            PartnershipEvent recorded, FactWithdrawn withdrawal, Decision.Happened happened) {
        if (happened.events().isEmpty()) {
            return Decision.happened(withdrawal);
        }
        var event = happened.events().getFirst();
        return event.equals(recorded)
                ? Decision.nothingNew()
                : new Decision.Corrected(withdrawal, event);
    }
}
