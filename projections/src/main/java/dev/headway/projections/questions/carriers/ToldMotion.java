package dev.headway.projections.questions.carriers;

import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.Stage;
import dev.headway.projections.questions.histories.EveryHistory.History;
import dev.headway.projections.questions.portfolio.PortfolioSeats.Holder;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * What one partnership's history says of who carries it.
 *
 * @param moves all that may still count
 * @param seats who holds which, by the seat's name
 */
public record ToldMotion(
        String partnershipId,
        Stage stage,
        List<CarriedMotion> moves,
        TreeMap<String, Holder> seats) {

    public static ToldMotion of(History history) {
        var stage = Stage.PROSPECT;
        var seats = new TreeMap<String, Holder>();
        for (var recorded : history.events()) {
            var event = recorded.event();
            if (event instanceof PartnershipRevived) {
                seats.clear();
            }
            if (event instanceof StageEntered entered) {
                stage = entered.stage();
            } else if (event instanceof SeatFilled filled) {
                seats.put(
                        filled.seat(),
                        new Holder(filled.holder(), filled.holderId(), filled.side()));
            } else if (event instanceof SeatVacated vacated) {
                seats.remove(vacated.seat());
            }
        }
        var moves =
                history.events().stream().flatMap(each -> CarriedMotion.of(each).stream()).toList();
        var newest =
                moves.stream().map(CarriedMotion::at).max(Instant::compareTo).orElse(Instant.MIN);
        return new ToldMotion(
                history.partnership().partnershipId(),
                stage,
                moves.stream().filter(move -> move.countsAt(newest)).toList(),
                seats);
    }

    public CarriedBy at(Instant now) {
        return CarriedBy.of(moves, seats, now);
    }
}
