package dev.headway.lifecycle.partnership.seats;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.Seat;
import dev.headway.lifecycle.people.Owner;
import org.junit.jupiter.api.Test;

/** A seat changes hands only while it is in those of whoever hands over. */
class HandOverSeatTest {

    private static final SeatFilled BY_MIA =
            new SeatFilled("SUPPORT", "Mia Holm", "p1", "PARTNER", daysAgo(2));
    private static final Owner KAI = Owner.named("Kai");

    @Test
    void a_seat_is_handed_over_on_its_side() {
        given(aBareProspect().and(BY_MIA))
                .when(from(new Owner("Mia Berg", "p1")))
                .then(new SeatFilled("SUPPORT", "Kai", "PARTNER", NOW));
    }

    @Test
    void a_name_takes_its_spellings_along() {
        given(aBareProspect().and(seatFilled("SUPPORT")))
                .when(from(Owner.named(" mara ")))
                .then(new SeatFilled("SUPPORT", "Kai", "OURS", NOW));
    }

    @Test
    void what_somebody_else_holds_stays_theirs() {
        given(aBareProspect().and(BY_MIA)).when(from(Owner.named("Mara"))).thenNothingNew();
        given(aBareProspect().and(BY_MIA)).when(from(Owner.named("Mia Holm"))).thenNothingNew();
        given(aBareProspect()).when(from(Owner.named("Mara"))).thenNothingNew();
    }

    private static HandOverSeat from(Owner owner) {
        return new HandOverSeat(ID, Seat.SUPPORT, owner, KAI);
    }
}
