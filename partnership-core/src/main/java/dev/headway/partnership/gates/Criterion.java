package dev.headway.partnership.gates;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.partnership.state.Waivers;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One statement that must hold before a move.
 *
 * @param id stable id, as {@code next-three-steps}
 * @param statement the sentence that must hold
 * @param check how it is evaluated
 */
public record Criterion(String id, String statement, Check check) {

    /** Evaluates one statement on what is known. Pure. */
    @FunctionalInterface
    interface Check {
        Finding evaluate(GateContext context);
    }

    /** What a check found: whether the statement holds, and the values compared. */
    record Finding(boolean met, String have, String need, @Nullable String evidence) {

        /** Holds when there are at least as many as needed; tells both numbers. */
        static Finding count(int have, int need, String what, String evidence) {
            return new Finding(
                    have >= need,
                    have + " of " + need + " " + what,
                    need + " " + what,
                    evidence.isEmpty() ? null : evidence);
        }

        /** Holds when the event behind it was recorded at all. */
        static Finding recorded(
                Optional<? extends PartnershipEvent> event, String need, String evidence) {
            return event.isPresent()
                    ? new Finding(true, evidence, need, evidence)
                    : new Finding(false, "nothing recorded", need, null);
        }

        /** Every one of a small set must hold; names those that do not. */
        static <W extends Enum<W>> Finding everyOneOf(W[] all, String what, Predicate<W> holds) {
            var open = Arrays.stream(all).filter(holds.negate()).map(Enum::name).toList();
            var have = (all.length - open.size()) + " of " + all.length + " " + what;
            return new Finding(
                    open.isEmpty(),
                    open.isEmpty() ? have : have + "; open: " + String.join(", ", open),
                    all.length + " " + what,
                    open.isEmpty() ? have : null);
        }
    }

    public EvaluatedCriterion evaluate(GateContext context) {
        var finding = check.evaluate(context);
        var waiver = context.evidence().waivers().inForce(id, context.now(), context.zone());
        return new EvaluatedCriterion(
                id,
                statement,
                context.policy().requires(context.facts().pattern(), id),
                finding.met(),
                finding.have(),
                finding.need(),
                finding.evidence(),
                waiver.map(Waivers.Waiver::waiverId).orElse(null));
    }
}
