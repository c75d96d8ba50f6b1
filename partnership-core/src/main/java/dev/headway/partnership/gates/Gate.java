package dev.headway.partnership.gates;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The criteria in the way of a move. The same gate answers the question beforehand, the move itself
 * and the refusal; only the history that an import brings was never asked.
 *
 * @param to the stage behind the gate
 * @param criteria what must hold, in the order in which it is told
 */
public record Gate(Stage to, List<Criterion> criteria) {

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

    /** The criterion of this id, whichever gate asks for it. */
    public static Optional<Criterion> criterion(String id) {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> to(stage).criteria().stream())
                .filter(criterion -> criterion.id().equals(id))
                .findFirst();
    }

    /** Evaluates every criterion, met or not. */
    public EvaluatedGate evaluate(GateContext context) {
        var evaluated = asked(context).map(criterion -> criterion.evaluate(context)).toList();
        var passes = evaluated.stream().noneMatch(EvaluatedCriterion::blocks);
        return new EvaluatedGate(to.name(), context.policy().version(), passes, evaluated);
    }

    /** Its own, and what the program asks for beside them. */
    private Stream<Criterion> asked(GateContext context) {
        return to == Stage.PILOT && context.countsPilots()
                ? Stream.concat(criteria.stream(), Stream.of(RoomForAPilot.CRITERION))
                : criteria.stream();
    }
}
