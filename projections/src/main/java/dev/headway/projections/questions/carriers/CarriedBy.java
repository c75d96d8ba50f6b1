package dev.headway.projections.questions.carriers;

import dev.headway.contracts.policy.Carrying;
import dev.headway.projections.questions.portfolio.PortfolioSeats.Holder;
import dev.headway.projections.tables.OwnerKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who carries a partnership.
 *
 * @param motions how many there are that count
 * @param fewest the fewest people who together carry 80 % of them; 0 where nothing moved
 * @param firstShare what the first of them carries, or null where nothing moved
 * @param people those who moved it, whoever did most first, and then those who hold a seat and did
 *     not; some of many
 */
public record CarriedBy(
        int motions, int fewest, @Nullable BigDecimal firstShare, List<Person> people) {

    private static final int MOST_PEOPLE = 100;
    private static final int MOST_EVENTS = 100;
    private static final int DIGITS = 4;

    /**
     * Somebody who moved it or holds a seat.
     *
     * @param id the person in the directory, or null
     * @param name as shown when they moved it last, or as the seat has it
     * @param share of the motion
     * @param seats those that they hold
     * @param events the motion that is theirs, the newest first, at most a hundred
     */
    public record Person(
            @Nullable String id,
            String name,
            BigDecimal share,
            int motions,
            List<String> seats,
            List<String> events) {}

    /**
     * @param moves any number, in any order; those too old or too new do not count
     * @param seats by the seat's name
     */
    public static CarriedBy of(
            Collection<CarriedMotion> moves, Map<String, Holder> seats, Instant now) {
        var byPerson = new HashMap<String, List<CarriedMotion>>();
        moves.stream()
                .filter(move -> move.countsAt(now))
                .sorted(
                        Comparator.comparing(CarriedMotion::at)
                                .reversed()
                                .thenComparing(CarriedMotion::eventId))
                .forEach(
                        move ->
                                byPerson.computeIfAbsent(move.key(), _ -> new ArrayList<>())
                                        .add(move));
        var total = byPerson.values().stream().mapToInt(List::size).sum();
        var held = seatsByHolder(seats);
        var movers =
                byPerson.values().stream()
                        .sorted(
                                Comparator.comparingInt((List<CarriedMotion> of) -> -of.size())
                                        .thenComparing(of -> of.getFirst().key()))
                        .map(of -> mover(of, total, held))
                        .toList();
        var others =
                held.entrySet().stream()
                        .filter(each -> !byPerson.containsKey(each.getKey()))
                        .map(each -> holder(each.getValue(), seats));
        return new CarriedBy(
                total,
                fewest(movers, total),
                movers.isEmpty() ? null : movers.getFirst().share(),
                Stream.concat(movers.stream(), others).limit(MOST_PEOPLE).toList());
    }

    /** Whether it moved often enough to say who carries it. */
    public boolean saysAnything() {
        return motions >= Carrying.FEWEST_MOTIONS;
    }

    /** Whether it stands and falls with one person. */
    public boolean fallsWithOne() {
        return fewest == 1 && saysAnything();
    }

    private static int fewest(List<Person> movers, int total) {
        var carried = 0;
        var people = 0;
        while (!Carrying.isEnough(carried, total)) {
            carried += movers.get(people).motions();
            people++;
        }
        return people;
    }

    private static Person mover(
            List<CarriedMotion> moves, int total, Map<String, List<String>> held) {
        var newest = moves.getFirst();
        return new Person(
                newest.id(),
                newest.name(),
                BigDecimal.valueOf(moves.size())
                        .divide(BigDecimal.valueOf(total), DIGITS, RoundingMode.HALF_UP),
                moves.size(),
                held.getOrDefault(newest.key(), List.of()),
                moves.stream().limit(MOST_EVENTS).map(CarriedMotion::eventId).toList());
    }

    private static Person holder(List<String> seats, Map<String, Holder> holders) {
        var holder = holders.get(seats.getFirst());
        return new Person(
                holder == null ? null : holder.holderId(),
                holder == null ? "" : holder.holder(),
                BigDecimal.ZERO,
                0,
                seats,
                List.of());
    }

    private static Map<String, List<String>> seatsByHolder(Map<String, Holder> seats) {
        var held = new TreeMap<String, List<String>>();
        new TreeMap<>(seats)
                .forEach(
                        (seat, holder) ->
                                held.computeIfAbsent(
                                                OwnerKey.of(holder.holder(), holder.holderId()),
                                                _ -> new ArrayList<>())
                                        .add(seat));
        return held;
    }
}
