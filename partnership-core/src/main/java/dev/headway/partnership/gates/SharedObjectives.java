package dev.headway.partnership.gates;

import dev.headway.contracts.Side;
import dev.headway.contracts.policy.Criteria;
import dev.headway.partnership.gates.Criterion.Finding;
import dev.headway.partnership.state.Objectives.Objective;
import java.util.Arrays;

/**
 * The check that both sides work for the same: "shared OKRs, clear governance, and agreed-upon
 * rhythms of collaboration". Asked of a launch where a pattern's template names it.
 */
final class SharedObjectives {

    static final Criterion CRITERION =
            new Criterion(
                    Criteria.OBJECTIVES_SHARED,
                    "Both sides have confirmed a shared objective",
                    SharedObjectives::isOneConfirmed);

    private static final String NEED = "1 objective confirmed by both sides";

    private SharedObjectives() {}

    private static Finding isOneConfirmed(GateContext context) {
        var standing = context.evidence().objectives().standing();
        var confirmed =
                standing.stream().filter(SharedObjectives::isConfirmed).map(Objective::title);
        var titles = confirmed.toList();
        var have =
                standing.isEmpty()
                        ? "no objective"
                        : titles.size() + " of " + standing.size() + " confirmed by both sides";
        return titles.isEmpty()
                ? new Finding(false, have, NEED, null)
                : new Finding(true, have, NEED, Excerpt.of(titles, "; "));
    }

    private static boolean isConfirmed(Objective objective) {
        return Arrays.stream(Side.values())
                .map(Side::name)
                .allMatch(objective.confirmedBy()::containsKey);
    }
}
