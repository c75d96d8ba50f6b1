package dev.headway.partnership.gates;

import dev.headway.partnership.gates.Criterion.Finding;

/** The check that what an exception excused was set right before it expired. */
final class ExpiredWaivers {

    private static final String ID = "no-expired-waivers";

    static final Criterion CRITERION =
            new Criterion(
                    ID,
                    "No waiver has expired while its criterion is still unmet",
                    ExpiredWaivers::noneExpired);

    private ExpiredWaivers() {}

    private static Finding noneExpired(GateContext context) {
        var expired =
                context.evidence().waivers().granted().stream()
                        .filter(criterion -> blocksWithoutItsWaiver(criterion, context))
                        .toList();
        return new Finding(
                expired.isEmpty(),
                expired.isEmpty() ? "none expired" : "expired: " + String.join(", ", expired),
                "none expired",
                null);
    }

    /** A waiver of this very criterion covers what it finds, and is not itself among it. */
    private static boolean blocksWithoutItsWaiver(String waived, GateContext context) {
        return !waived.equals(ID)
                && Gate.criterion(waived, context.policy())
                        .filter(criterion -> criterion.evaluate(context).blocks())
                        .isPresent();
    }
}
