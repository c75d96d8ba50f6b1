package dev.headway.partnership.gates;

import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.partnership.gates.Criterion.Finding;
import java.util.List;
import java.util.Optional;
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
        var open = asked.stream().filter(each -> !isClear(context, each)).toList();
        return new Finding(
                open.isEmpty(),
                (asked.size() - open.size())
                        + " of "
                        + asked.size()
                        + " clear"
                        + (open.isEmpty() ? "" : "; open: " + inWords(context, open)),
                asked.size() + " clear",
                null);
    }

    /** An answer belongs to the disqualifier as it was worded: worded anew, it is asked anew. */
    private static boolean isClear(GateContext context, Disqualifier disqualifier) {
        return latest(context, disqualifier)
                .filter(answer -> context.policy().isAnswered(disqualifier, answer))
                .filter(answer -> answer.verdict().equals(ScreeningVerdict.CLEAR.name()))
                .isPresent();
    }

    private static String inWords(GateContext context, List<Disqualifier> open) {
        return open.stream()
                .map(
                        each ->
                                latest(context, each)
                                        .filter(
                                                answer ->
                                                        !context.policy().isAnswered(each, answer))
                                        .map(_ -> each.id() + " (worded anew since)")
                                        .orElse(each.id()))
                .collect(Collectors.joining(", "));
    }

    private static Optional<DisqualifierScreened> latest(
            GateContext context, Disqualifier disqualifier) {
        return context.evidence()
                .latestEvents()
                .latest(DisqualifierScreened.class, disqualifier.id());
    }
}
