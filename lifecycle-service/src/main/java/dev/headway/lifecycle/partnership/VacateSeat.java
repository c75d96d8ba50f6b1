package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.Seat;
import dev.headway.lifecycle.partnership.PartnershipCommand.ProspectCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leaves a seat without a holder. */
record VacateSeat(String partnershipId, Seat seat, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.whileActive(
                state,
                active ->
                        active.facts()
                                        .evidence()
                                        .grounds()
                                        .latest(SeatFilled.class, seat.name())
                                        .isEmpty()
                                ? Decision.nothingNew()
                                : Decision.happened(
                                        new SeatVacated(seat.name(), moment.effective(this))));
    }
}
