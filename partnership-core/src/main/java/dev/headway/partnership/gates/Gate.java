package dev.headway.partnership.gates;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.Stage;
import dev.headway.partnership.policy.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The criteria in the way of a move. The same gate answers the question beforehand, the move itself
 * and the refusal; only the history that an import brings was never asked.
 *
 * @param to the stage behind the gate
 * @param criteria what must hold, in the order in which it is told
 */
public record Gate(Stage to, List<Criterion> criteria) {

    /** What a launch is asked for where a pattern's template names it. */
    private static final List<Criterion> WHERE_NAMED =
            List.of(
                    SharedObjectives.CRITERION,
                    PartnersConfirmations.OF_VERDICT,
                    PartnersConfirmations.OF_EXIT_TERMS);

    /** The gate in front of a stage; none guards the way back. */
    public static Gate to(Stage stage) {
        return switch (stage) {
            case PROSPECT -> new Gate(Stage.PROSPECT, List.of());
            case PILOT -> PilotGate.GATE;
            case LAUNCH -> LaunchGate.GATE;
            case SCALED -> ScaleGate.GATE;
            case SUNSET -> SunsetGate.GATE;
        };
    }

    /** The criterion of this id, whichever gate asks for it, or the program beside them. */
    public static Optional<Criterion> criterion(String id, Policy policy) {
        return policy.criterion(id)
                .map(AttestedCriterion::of)
                .or(
                        () ->
                                Stream.concat(
                                                Arrays.stream(Stage.values())
                                                        .flatMap(
                                                                stage ->
                                                                        to(stage)
                                                                                .criteria()
                                                                                .stream()),
                                                WHERE_NAMED.stream())
                                        .filter(criterion -> criterion.id().equals(id))
                                        .findFirst());
    }

    /** Its own and the program's: all that follows from a partnership by itself. */
    public List<Criterion> criteria(Policy policy) {
        var named = named(policy);
        return !named.isEmpty() || !policy.criteria().isEmpty()
                ? Stream.of(
                                criteria.stream(),
                                named.stream(),
                                policy.criteria().stream()
                                        .filter(own -> own.gate().equals(to.name()))
                                        .map(AttestedCriterion::of))
                        .flatMap(Function.identity())
                        .toList()
                : criteria;
    }

    /** Once any template names one, the gate shows it to all. */
    private List<Criterion> named(Policy policy) {
        return to == Stage.LAUNCH
                ? WHERE_NAMED.stream().filter(each -> policy.names(each.id())).toList()
                : List.of();
    }

    /** Evaluates every criterion, met or not. */
    public EvaluatedGate evaluate(GateContext context) {
        var evaluated = asked(context).map(criterion -> criterion.evaluate(context)).toList();
        var passes = evaluated.stream().noneMatch(EvaluatedCriterion::blocks);
        return new EvaluatedGate(to.name(), context.policy().version(), passes, evaluated);
    }

    /** What others do counts as well, where the program limits pilots. */
    private Stream<Criterion> asked(GateContext context) {
        var byItself = criteria(context.policy()).stream();
        return to == Stage.PILOT && context.countsPilots()
                ? Stream.concat(byItself, Stream.of(RoomForAPilot.CRITERION))
                : byItself;
    }
}
