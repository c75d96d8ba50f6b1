package dev.headway.lifecycle.partnership.seats;

import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.Seat;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leaves a seat without a holder. */
public record VacateSeat(String partnershipId, Seat seat, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active ->
                        active.facts()
                                        .evidence()
                                        .latestEvents()
                                        .latest(SeatFilled.class, seat.name())
                                        .isEmpty()
                                ? Decision.nothingNew()
                                : Decision.happened(
                                        new SeatVacated(seat.name(), context.effectiveTime(this))));
    }
}
