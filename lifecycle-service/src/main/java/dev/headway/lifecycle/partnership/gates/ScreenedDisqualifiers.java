package dev.headway.lifecycle.partnership.gates;

import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ScreeningVerdict;
import dev.headway.lifecycle.partnership.gates.Criterion.Finding;
import java.util.stream.Collectors;

/** The check that nothing the program disqualifies for stands against the partner. */
final class ScreenedDisqualifiers {

    static final Criterion CRITERION =
            new Criterion(
                    "disqualifiers-clear",
                    "Every disqualifier of the program is screened clear",
                    ScreenedDisqualifiers::areClear);

    private ScreenedDisqualifiers() {}

    private static Finding areClear(GateContext context) {
        var asked = context.policy().disqualifiers();
        var open =
                asked.stream()
                        .map(Disqualifier::id)
                        .filter(id -> !isClear(context, id))
                        .collect(Collectors.joining(", "));
        var clear = (int) asked.stream().filter(d -> isClear(context, d.id())).count();
        return new Finding(
                open.isEmpty(),
                clear
                        + " of "
                        + asked.size()
                        + " clear"
                        + (open.isEmpty() ? "" : "; open: " + open),
                asked.size() + " clear",
                null);
    }

    private static boolean isClear(GateContext context, String disqualifier) {
        return context.evidence()
                .latestEvents()
                .latest(DisqualifierScreened.class, disqualifier)
                .filter(screened -> screened.verdict().equals(ScreeningVerdict.CLEAR.name()))
                .isPresent();
    }
}
