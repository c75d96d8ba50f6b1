package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.SeatEvent;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Stage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who sits where does not matter here; which seats are empty that should not be does. A pilot needs
 * the RELATIONSHIP seat, from the launch on all five are needed.
 *
 * @param filled names of the seats that are held
 * @param empty the required seats that are not, with the event that left them empty
 */
public record Seats(Set<String> filled, Map<String, Anchor> empty) {

    public static final Seats NONE = new Seats(Set.of(), Map.of());

    private static final List<String> ALL =
            List.of(Seat.values()).stream().map(Seat::name).toList();

    public Seats evolve(PartnershipEvent event, Stage stage, Anchor anchor) {
        var held = event instanceof SeatEvent seat ? after(seat) : filled;
        var missing = required(stage).stream().filter(seat -> !held.contains(seat)).toList();
        if (held == filled && empty.keySet().equals(Set.copyOf(missing))) {
            return this;
        }
        var needed = new TreeMap<String, Anchor>();
        missing.forEach(seat -> needed.put(seat, empty.getOrDefault(seat, anchor)));
        return new Seats(held, Collections.unmodifiableMap(needed));
    }

    private Set<String> after(SeatEvent event) {
        return switch (event) {
            case SeatFilled e -> with(e.seat());
            case SeatVacated e -> without(e.seat());
        };
    }

    private static List<String> required(Stage stage) {
        return switch (stage) {
            case PROSPECT, SUNSET -> List.of();
            case PILOT -> List.of(Seat.RELATIONSHIP.name());
            case LAUNCH, SCALED -> ALL;
        };
    }

    private Set<String> with(String seat) {
        var more = new TreeSet<>(filled);
        more.add(seat);
        return Collections.unmodifiableSet(more);
    }

    private Set<String> without(String seat) {
        var fewer = new TreeSet<>(filled);
        fewer.remove(seat);
        return Collections.unmodifiableSet(fewer);
    }
}
