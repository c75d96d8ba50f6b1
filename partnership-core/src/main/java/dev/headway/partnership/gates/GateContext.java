package dev.headway.partnership.gates;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.Stage;
import dev.headway.contracts.written.DueDay;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.Evidence;
import dev.headway.partnership.state.PartnershipFacts;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a gate looks at when it is evaluated: always when the move is recorded, with what is then
 * known.
 *
 * @param stage the stage the partnership would leave
 * @param facts what is known of it
 * @param policy the program policy in force
 * @param now when it is evaluated
 * @param zone where a day ends
 * @param reasonCode the code given with the move, or null
 * @param reason the narrative given with the move, or null
 * @param pilots how many run at present, looked up only where that is asked; null where a
 *     partnership is looked at by itself
 */
public record GateContext(
        Stage stage,
        PartnershipFacts facts,
        Policy policy,
        Instant now,
        ZoneId zone,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable Supplier<RunningPilots> pilots) {

    /** What a gate is asked before anybody moves. */
    public static GateContext beforehand(
            Registered state, Policy policy, Instant now, ZoneId zone) {
        return new GateContext(state.stage(), state.facts(), policy, now, zone, null, null, null);
    }

    /** Whether what others do counts as well: of a move it does, and before one. */
    boolean countsPilots() {
        return pilots != null && !policy.pilotLimits().isEmpty();
    }

    RunningPilots runningPilots() {
        return pilots == null ? RunningPilots.NONE : pilots.get();
    }

    Evidence evidence() {
        return facts.evidence();
    }

    /** Whether what ends on a day, or at an instant, is over: on the day itself it is not. */
    boolean isOver(Instant end) {
        return DueDay.isOver(end, now, zone);
    }

    /** Whether what is dated then has begun: a day begins where people work. */
    boolean hasBegun(Instant at) {
        return !DueDay.beginsAt(at, zone).isAfter(now);
    }

    <E extends PartnershipEvent> Optional<E> latest(Class<E> kind) {
        return evidence().latestEvents().latest(kind);
    }

    <E extends PartnershipEvent> Optional<E> latest(Class<E> kind, Enum<?> subject) {
        return evidence().latestEvents().latest(kind, subject.name());
    }
}
