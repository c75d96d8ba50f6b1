package dev.headway.lifecycle.partnership.seats;

import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts a named person of one side into a seat. */
public record FillSeat(
        String partnershipId, Seat seat, Owner holder, Side side, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event =
                new SeatFilled(
                        seat.name(),
                        holder.name(),
                        holder.id(),
                        side.name(),
                        context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                seat.name(),
                known ->
                        holder.isRecordedAs(known.holder(), known.holderId())
                                && known.side().equals(side.name()));
    }
}
