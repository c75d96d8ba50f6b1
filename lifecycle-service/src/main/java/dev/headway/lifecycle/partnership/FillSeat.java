package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.lifecycle.partnership.PartnershipCommand.ProspectCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts a named person of one side into a seat. */
record FillSeat(
        String partnershipId, Seat seat, String holder, Side side, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new SeatFilled(seat.name(), holder, side.name(), moment.effective(this));
        return Recording.replacing(
                state,
                event,
                seat.name(),
                known -> known.holder().equals(holder) && known.side().equals(side.name()));
    }
}
