package dev.headway.lifecycle.partnership;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.PartnershipCommand.MoveCommand;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.PartnershipState.Unregistered;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a partnership moves: through the gate in front of a stage, or back without one. */
final class Moving {

    private Moving() {}

    /** Through the gate in front of {@code to}, or refused with everything that is unmet. */
    static Decision through(
            Registered state,
            Stage to,
            MoveCommand move,
            Moment moment,
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
    static Decision withReason(
            Registered state,
            MoveCommand move,
            Moment moment,
            BiFunction<String, Instant, PartnershipEvent> moved) {
        var reason = move.reason();
        if (reason == null || reason.isBlank()) {
            return new Decision.Broken("/reason", "a reason is required to go back");
        }
        return inOrder(state, move, moment, at -> Decision.happened(moved.apply(reason, at)));
    }

    /** No stage is skipped; trying to is recorded. */
    static Decision illegal(PartnershipState state, Stage to, MoveCommand move, Moment moment) {
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
    static Inquiry inquiry(Registered state, @Nullable MoveCommand move, Moment moment) {
        return new Inquiry(
                state.stage(),
                state.facts(),
                moment.policy(),
                moment.now(),
                move == null ? null : move.reasonCode(),
                move == null ? null : move.reason());
    }

    /** A move never lies before the previous one. */
    private static Decision inOrder(
            Registered state, MoveCommand move, Moment moment, Function<Instant, Decision> decide) {
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
