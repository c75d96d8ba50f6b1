package dev.headway.lifecycle.partnership.gates;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MoveCommand;
import dev.headway.lifecycle.partnership.state.PartnershipState;
import dev.headway.lifecycle.partnership.state.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a partnership moves: through the gate in front of a stage, or back without one. */
public final class MoveDecisions {

    private MoveDecisions() {}

    /** Through the gate in front of {@code to}, or refused with everything that is unmet. */
    public static Decision through(
            Registered state,
            Stage to,
            MoveCommand move,
            DecisionContext moment,
            BiFunction<EvaluatedGate, Instant, PartnershipEvent> moved) {
        return inOrder(
                state,
                move,
                moment,
                at -> {
                    var gate = Gate.to(to).judge(inquiry(state, move, moment));
                    return gate.passes()
                            ? Decision.happened(moved.apply(gate, at))
                            : new Decision.Refused(
                                    new MoveRefused(
                                            state.stage().name(), to.name(), "UNMET", gate, at));
                });
    }

    /** Without a gate; a reason is required. */
    public static Decision withReason(
            Registered state,
            MoveCommand move,
            DecisionContext moment,
            BiFunction<String, Instant, PartnershipEvent> moved) {
        var reason = move.reason();
        if (reason == null || reason.isBlank()) {
            return new Decision.Broken("/reason", "a reason is required to go back");
        }
        return inOrder(state, move, moment, at -> Decision.happened(moved.apply(reason, at)));
    }

    /** No stage is skipped; trying to is recorded. */
    public static Decision illegal(
            PartnershipState state, Stage to, MoveCommand move, DecisionContext moment) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered registered ->
                    new Decision.Refused(
                            new MoveRefused(
                                    registered.stage().name(),
                                    to.name(),
                                    "ILLEGAL",
                                    null,
                                    moment.effective(move)));
        };
    }

    /** What a gate would be asked now, before any move. */
    public static GateContext inquiry(
            Registered state, @Nullable MoveCommand move, DecisionContext moment) {
        return new GateContext(
                state.stage(),
                state.facts(),
                moment.policy(),
                moment.now(),
                move == null ? null : move.reasonCode(),
                move == null ? null : move.reason());
    }

    /** A move never lies before the previous one. */
    private static Decision inOrder(
            Registered state,
            MoveCommand move,
            DecisionContext moment,
            Function<Instant, Decision> decide) {
        var at = moment.effective(move);
        var last = state.facts().lastMoveAt();
        if (!at.isBefore(last)) {
            return decide.apply(at);
        }
        return move.effectiveAt() == null
                ? decide.apply(last)
                : new Decision.Broken("/effectiveAt", "lies before the previous move, " + last);
    }
}
