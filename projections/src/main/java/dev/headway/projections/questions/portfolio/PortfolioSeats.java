package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.PartnershipEvent.SeatEvent;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.projections.tables.OwnerKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who sits where.
 *
 * @param holders by the seat's name
 */
public record PortfolioSeats(Map<String, Holder> holders) {

    static final PortfolioSeats EMPTY = new PortfolioSeats(Map.of());

    /**
     * Who sits in a seat, and for which side.
     *
     * @param holderId the person in the directory, where the holder is one
     */
    public record Holder(String holder, @Nullable String holderId, String side) {

        /** What the holder is told apart by. */
        String key() {
            return OwnerKey.of(holder, holderId);
        }
    }

    PortfolioSeats evolve(SeatEvent event) {
        var seated = new TreeMap<>(holders);
        switch (event) {
            case SeatFilled e ->
                    seated.put(e.seat(), new Holder(e.holder(), e.holderId(), e.side()));
            case SeatVacated e -> seated.remove(e.seat());
        }
        return new PortfolioSeats(seated);
    }

    @Nullable String holder(Seat seat) {
        var holder = holders.get(seat.name());
        return holder == null ? null : holder.holder();
    }

    /** Our person in the RELATIONSHIP seat, or null. */
    @Nullable Holder owner() {
        var holder = holders.get(Seat.RELATIONSHIP.name());
        return holder != null && holder.side().equals(Side.OURS.name()) ? holder : null;
    }

    /** What those who hold any seat are told apart by. */
    Set<String> keys() {
        return holders.values().stream().map(Holder::key).collect(Collectors.toSet());
    }

    /** The seats that somebody holds. */
    Stream<Seat> heldBy(String key) {
        return Stream.of(Seat.values())
                .filter(
                        seat ->
                                holders.get(seat.name()) instanceof Holder holder
                                        && holder.key().equals(key));
    }

    List<String> vacant() {
        return Stream.of(Seat.values())
                .map(Seat::name)
                .filter(s -> !holders.containsKey(s))
                .toList();
    }
}
