package dev.headway.partnership.gates;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.contracts.PartnershipEvent.ExitTermsConfirmed;
import dev.headway.contracts.PartnershipEvent.PartnersWord;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.VerdictConfirmed;
import dev.headway.contracts.policy.Criteria;
import dev.headway.partnership.gates.Criterion.Finding;
import java.util.function.Function;

/**
 * The checks that the partner said yes to what one of ours recorded: "is it the right time for both
 * of us?" Asked of a launch where a pattern's template names them.
 */
final class PartnersConfirmations {

    private static final String NEED = "confirmed by the partner as it stands";

    static final Criterion OF_VERDICT =
            new Criterion(
                    Criteria.VERDICT_CONFIRMED,
                    "The partner has confirmed the verdict of the pilot",
                    context ->
                            isConfirmed(
                                    context,
                                    PilotJudged.class,
                                    VerdictConfirmed.class,
                                    "verdict",
                                    PilotJudged::evidence));

    static final Criterion OF_EXIT_TERMS =
            new Criterion(
                    Criteria.EXIT_TERMS_CONFIRMED,
                    "The partner has confirmed how to part",
                    context ->
                            isConfirmed(
                                    context,
                                    ExitTermsAgreed.class,
                                    ExitTermsConfirmed.class,
                                    "exit terms",
                                    ExitTermsAgreed::summary));

    private PartnersConfirmations() {}

    /** What is kept of a confirmation is of the words that stand, or nothing. */
    private static <E extends PartnershipEvent> Finding isConfirmed(
            GateContext context,
            Class<E> fact,
            Class<? extends PartnersWord> word,
            String what,
            Function<E, String> evidence) {
        var stands = context.latest(fact);
        if (stands.isEmpty()) {
            return new Finding(false, "no " + what, NEED, null);
        }
        return context.latest(word).isPresent()
                ? new Finding(true, "confirmed", NEED, evidence.apply(stands.get()))
                : new Finding(false, "not confirmed as it stands", NEED, null);
    }
}
