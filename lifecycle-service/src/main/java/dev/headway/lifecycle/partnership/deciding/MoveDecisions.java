package dev.headway.lifecycle.partnership.deciding;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.Stage;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MoveCommand;
import dev.headway.partnership.gates.Gate;
import dev.headway.partnership.gates.GateContext;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a partnership moves: through the gate in front of a stage, or back without one. */
public final class MoveDecisions {

    private MoveDecisions() {}

    /** Through the gate in front of {@code to}, or refused with everything that is unmet. */
    public static Decision throughGate(
            Registered state,
            Stage to,
            MoveCommand move,
            DecisionContext context,
            BiFunction<EvaluatedGate, Instant, PartnershipEvent> moved) {
        return notBeforePreviousMove(
                state,
                move,
                context,
                at -> {
                    var gate = Gate.to(to).evaluate(gateContext(state, move, context));
                    return gate.passes()
                            ? Decision.happened(moved.apply(gate, at))
                            : new Decision.Refused(
                                    new MoveRefused(
                                            state.stage().name(), to.name(), "UNMET", gate, at));
                });
    }

    /** Without a gate; a reason is required. */
    public static Decision backWithReason(
            Registered state,
            MoveCommand move,
            DecisionContext context,
            BiFunction<String, Instant, PartnershipEvent> moved) {
        var reason = move.reason();
        if (reason == null || !Text.isVisible(reason)) {
            return new Decision.Broken("/reason", "a reason is required to go back");
        }
        return notBeforePreviousMove(
                state, move, context, at -> Decision.happened(moved.apply(reason, at)));
    }

    /** There is no such move from here; that it was asked for is recorded. */
    public static Decision noSuchMove(
            PartnershipState state, Stage to, MoveCommand move, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered registered ->
                    new Decision.Refused(
                            new MoveRefused(
                                    registered.stage().name(),
                                    to.name(),
                                    "ILLEGAL",
                                    null,
                                    context.effectiveTime(move)));
        };
    }

    /** What a gate is asked now: by a move, or before any. */
    public static GateContext gateContext(
            Registered state, @Nullable MoveCommand move, DecisionContext context) {
        return new GateContext(
                state.stage(),
                state.facts(),
                context.policy(),
                context.now(),
                context.zone(),
                move == null ? null : move.reasonCode(),
                move == null ? null : move.reason(),
                context.pilots());
    }

    /** A move never lies before the previous one. */
    private static Decision notBeforePreviousMove(
            Registered state,
            MoveCommand move,
            DecisionContext context,
            Function<Instant, Decision> decide) {
        var at = context.effectiveTime(move);
        var last = state.facts().lastMoveAt();
        if (!at.isBefore(last)) {
            return decide.apply(at);
        }
        return move.effectiveAt() == null
                ? decide.apply(last)
                : new Decision.Broken("/effectiveAt", "lies before the previous move, " + last);
    }
}
