package dev.headway.partnership.gates;

import dev.headway.contracts.Side;
import dev.headway.partnership.gates.Criterion.Finding;
import dev.headway.partnership.state.Steps.Step;
import java.util.List;
import java.util.stream.Collectors;

/** The check behind "secure the next three steps before the energy dips". */
final class NextThreeSteps {

    private static final int THREE = 3;

    /** In front of LAUNCH and SCALED: the plan must still be there when growth is asked for. */
    static final Criterion CRITERION =
            new Criterion(
                    "next-three-steps",
                    "The next three steps are secured: owned, dated in the future, one on each"
                            + " side",
                    NextThreeSteps::areSecured);

    private NextThreeSteps() {}

    private static Finding areSecured(GateContext context) {
        var ahead =
                context.evidence().steps().open().stream()
                        .filter(step -> !context.isOver(step.dueOn()))
                        .toList();
        var bothSides = isOn(Side.OURS, ahead) && isOn(Side.PARTNER, ahead);
        var have = Math.min(ahead.size(), THREE) + " of " + THREE + " steps";
        return new Finding(
                ahead.size() >= THREE && bothSides,
                ahead.size() >= THREE && !bothSides ? have + ", all on one side" : have,
                "3 open steps dated in the future, at least one on each side",
                ahead.isEmpty() ? null : titles(ahead));
    }

    private static boolean isOn(Side side, List<Step> steps) {
        return steps.stream().anyMatch(step -> step.side().equals(side.name()));
    }

    private static String titles(List<Step> steps) {
        return steps.stream().limit(THREE).map(Step::title).collect(Collectors.joining("; "));
    }
}
