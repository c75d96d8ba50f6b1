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

/** Puts somebody else into a seat on the same side, as long as the one who hands over is in it. */
public record HandOverSeat(String partnershipId, Seat seat, Owner from, Owner to)
        implements ProspectCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active ->
                        active.facts()
                                .evidence()
                                .latestEvents()
                                .latest(SeatFilled.class, seat.name())
                                .filter(it -> from.isMeantBy(it.holder(), it.holderId()))
                                .map(it -> filled(it).decide(state, context))
                                .orElseGet(Decision::nothingNew));
    }

    private FillSeat filled(SeatFilled now) {
        return new FillSeat(partnershipId, seat, to, Side.valueOf(now.side()), null);
    }
}
