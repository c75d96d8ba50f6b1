package dev.headway.projections.watching.facts;

import dev.headway.contracts.Channel;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.Provenance;
import dev.headway.contracts.policy.Carrying;
import dev.headway.projections.log.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who moved a partnership, as far as somebody says so: what an import brought moved it, and nobody
 * says who did.
 *
 * @param moves in the order in which they were recorded
 */
public record Movers(List<Move> moves) {

    /**
     * Motion.
     *
     * @param who brought it about, by what they are told apart by
     */
    public record Move(Anchor motion, String who) {}

    /** Among what counts of the events of one partnership. */
    public static Movers among(Collection<RecordedEvent> counting) {
        return new Movers(counting.stream().flatMap(Movers::move).toList());
    }

    public Movers with(RecordedEvent recorded) {
        var moved = move(recorded).toList();
        return moved.isEmpty()
                ? this
                : new Movers(Stream.concat(moves.stream(), moved.stream()).toList());
    }

    /** The times at which one person alone carries it, if nothing more happens; in order. */
    public List<Span> carriedByOne() {
        var spans = new ArrayList<Span>();
        var counts = new HashMap<String, Integer>();
        Instant since = null;
        for (var turn : turns().entrySet()) {
            turn.getValue().forEach((who, more) -> counts.merge(who, more, Integer::sum));
            var isSo = isCarriedByOne(counts.values());
            if (since != null && !isSo) {
                spans.add(new Span(since, turn.getKey()));
            }
            since = isSo ? since == null ? turn.getKey() : since : null;
        }
        return spans;
    }

    /** The newest motion by then, of two at the same time the later recorded. */
    @Nullable
    public Anchor newestBy(Instant at) {
        Anchor newest = null;
        for (var move : moves) {
            var motion = move.motion();
            if (!motion.at().isAfter(at) && (newest == null || motion.isNewerThan(newest))) {
                newest = motion;
            }
        }
        return newest;
    }

    /** How many more, or fewer, motions of each count from an instant on. */
    private TreeMap<Instant, Map<String, Integer>> turns() {
        var turns = new TreeMap<Instant, Map<String, Integer>>();
        for (var move : moves) {
            var at = move.motion().at();
            turn(turns, at, move.who(), 1);
            turn(turns, at.plus(Carrying.COUNTS_FOR), move.who(), -1);
        }
        return turns;
    }

    private static void turn(
            Map<Instant, Map<String, Integer>> turns, Instant at, String who, int more) {
        turns.computeIfAbsent(at, _ -> new HashMap<>()).merge(who, more, Integer::sum);
    }

    private static boolean isCarriedByOne(Collection<Integer> counts) {
        var all = counts.stream().mapToInt(Integer::intValue).sum();
        var first = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        return all >= Carrying.FEWEST_MOTIONS && Carrying.isEnough(first, all);
    }

    private static Stream<Move> move(RecordedEvent recorded) {
        var who = recorded.provenance();
        return recorded.event() instanceof PartnershipEvent event
                        && event.isMotion()
                        && !who.channel().equals(Channel.IMPORT.name())
                ? Stream.of(new Move(Anchor.of(recorded), key(who)))
                : Stream.empty();
    }

    /** A person of the directory is one, whatever they were called; others are their subject. */
    private static String key(Provenance who) {
        var id = who.actorId();
        return id == null ? "@" + who.actor() : id;
    }
}
