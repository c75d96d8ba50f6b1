package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that a recorded fact never held. Possible in every stage; saying it again changes nothing. A
 * waiver that nobody asked for was never decided; one whose decision is withdrawn waits for
 * another.
 */
public record WithdrawFact(String partnershipId, String eventId, String reason)
        implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return RecordedFact.find(state, context, eventId, recorded -> withdrawn(recorded, context));
    }

    private Decision withdrawn(PartnershipEvent recorded, DecisionContext context) {
        if (context.history().isWithdrawn(eventId)) {
            return isCorrected(context)
                    ? new Decision.Illegal("It was corrected; withdraw what stands instead")
                    : Decision.nothingNew();
        }
        var obstacle = obstacle(recorded);
        return obstacle == null
                ? Decision.happened(
                        new FactWithdrawn(
                                eventId,
                                recorded.getClass().getSimpleName(),
                                reason,
                                context.effectiveTime(this)))
                : new Decision.Illegal(obstacle);
    }

    private boolean isCorrected(DecisionContext context) {
        return context.history().events().stream()
                .anyMatch(each -> eventId.equals(each.corrects()));
    }

    /** Why it is no fact that can be withdrawn, and what can be done instead; null if it is one. */
    static @Nullable String obstacle(PartnershipEvent recorded) {
        return switch (recorded) {
            case StageEntered _ ->
                    "A move is not withdrawn: its date can be corrected, and stepping back takes it"
                            + " back";
            case PatternChosen _ -> null;
            case RowImported _ ->
                    "What a file said is not withdrawn: what it brought has entries of its own";
            case PartnerAssigned _ ->
                    "An assignment is not withdrawn: PUT or DELETE /partnerships/{id}/partner"
                            + " makes another";
            case DescriptionEvent _ ->
                    "A name is not withdrawn: PATCH /partnerships/{id} gives another";
            case EvidenceEvent _, ObligationEvent _, MotionEvent _, ParkingEvent _ -> null;
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ ->
                    "Only what was recorded of the partnership can be withdrawn";
        };
    }
}
