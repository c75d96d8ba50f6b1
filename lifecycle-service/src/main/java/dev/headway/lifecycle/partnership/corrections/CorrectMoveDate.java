package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent.MoveDateCorrected;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.EffectiveTime;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A move was made on another date: not before the move before it, not after the one after it. */
public record CorrectMoveDate(String partnershipId, String eventId, Instant movedAt, String reason)
        implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        if (state instanceof Unregistered) {
            return new Decision.Missing("partnership");
        }
        var moves = context.history().moves();
        for (int index = 0; index < moves.size(); index++) {
            if (moves.get(index).eventId().equals(eventId)) {
                return moved(moves, index, context);
            }
        }
        return new Decision.Missing("move");
    }

    private Decision moved(List<Recorded> moves, int index, DecisionContext context) {
        var at = movedAt.truncatedTo(ChronoUnit.MICROS);
        if (EffectiveTime.isFuture(at, context.now())) {
            return broken("lies in the future");
        }
        if (index > 0 && at.isBefore(dateOf(moves, index - 1))) {
            return broken("lies before the previous move, " + dateOf(moves, index - 1));
        }
        if (index + 1 < moves.size() && at.isAfter(dateOf(moves, index + 1))) {
            return broken("lies after the next move, " + dateOf(moves, index + 1));
        }
        return at.equals(dateOf(moves, index))
                ? Decision.nothingNew()
                : Decision.happened(
                        new MoveDateCorrected(eventId, at, reason, context.effectiveTime(this)));
    }

    private static Instant dateOf(List<Recorded> moves, int index) {
        return moves.get(index).event().effectiveAt();
    }

    private static Decision broken(String message) {
        return new Decision.Broken("/effectiveAt", message);
    }
}
