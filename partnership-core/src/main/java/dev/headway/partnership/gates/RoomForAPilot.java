package dev.headway.partnership.gates;

import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.policy.LimitedPer;
import dev.headway.contracts.written.FoldedText;
import dev.headway.partnership.gates.Criterion.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The check that no more pilots run than the program wants at once: "start narrower than your
 * ambition wants". The one that asks is counted among them; where it has no pattern, segment or
 * owner, no limit of those applies to it. Asked of a move, and before one: what other partnerships
 * do is not kept with what each of them has.
 */
final class RoomForAPilot {

    static final Criterion CRITERION =
            new Criterion(
                    Criteria.ROOM_FOR_A_PILOT,
                    "No more pilots run than the program wants at once",
                    RoomForAPilot::isThere);

    /** A limit that applies, and how many run under it. */
    private record Counted(String what, long running, int most) {

        boolean isOver() {
            return running > most;
        }

        String have() {
            return running + " of " + most + " " + what;
        }

        String need() {
            return "at most " + most + " " + what;
        }
    }

    private RoomForAPilot() {}

    private static Finding isThere(GateContext context) {
        var counted = counted(context);
        var over = counted.stream().filter(Counted::isOver).toList();
        var told = over.isEmpty() ? counted : over;
        return told.isEmpty()
                ? new Finding(true, "no limit applies", "room under every limit", null)
                : new Finding(
                        over.isEmpty(),
                        told.stream().map(Counted::have).collect(Collectors.joining("; ")),
                        told.stream().map(Counted::need).collect(Collectors.joining("; ")),
                        null);
    }

    private static List<Counted> counted(GateContext context) {
        var others = context.runningPilots();
        var itself = context.stage() == Stage.PILOT ? 0 : 1;
        var limits = context.policy().pilotLimits();
        var counted = new ArrayList<Counted>();
        var pattern = context.facts().pattern();
        if (pattern != null) {
            most(limits, LimitedPer.PATTERN, pattern::equals)
                    .map(
                            most ->
                                    new Counted(
                                            "running " + pattern + " pilots",
                                            others.ofPattern(pattern) + itself,
                                            most))
                    .ifPresent(counted::add);
        }
        var segment = context.facts().partner().segment();
        if (segment != null) {
            most(limits, LimitedPer.SEGMENT, of -> isSame(of, segment))
                    .map(
                            most ->
                                    new Counted(
                                            "running pilots in " + segment,
                                            others.inSegment(segment) + itself,
                                            most))
                    .ifPresent(counted::add);
        }
        owner(context)
                .flatMap(
                        owner ->
                                most(limits, LimitedPer.OWNER, of -> of.equals(owner.holderId()))
                                        .map(
                                                most ->
                                                        new Counted(
                                                                "running pilots of its owner",
                                                                others.ofOwner(
                                                                                owner.holder(),
                                                                                owner.holderId())
                                                                        + itself,
                                                                most)))
                .ifPresent(counted::add);
        return counted;
    }

    /** The limit that names it, or the one of all. */
    private static Optional<Integer> most(
            List<PilotLimit> limits, LimitedPer per, Predicate<String> isIt) {
        return limits.stream()
                .filter(limit -> limit.per().equals(per.name()))
                .filter(limit -> applies(limit.of(), isIt))
                .findFirst()
                .map(PilotLimit::most);
    }

    private static boolean applies(@Nullable String of, Predicate<String> isIt) {
        return of == null || isIt.test(of);
    }

    private static boolean isSame(String one, String other) {
        return new FoldedText(one).equals(new FoldedText(other));
    }

    /** Our person in the RELATIONSHIP seat. */
    private static Optional<SeatFilled> owner(GateContext context) {
        return context.latest(SeatFilled.class, Seat.RELATIONSHIP)
                .filter(seat -> seat.side().equals(Side.OURS.name()));
    }
}
