package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.contracts.PartnershipEvent.ExitTermsConfirmed;
import dev.headway.contracts.Role;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.EitherSide;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.LaunchPreparationCommand;
import dev.headway.partnership.state.LatestEvents;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The partner agrees to part as the exit terms say. Their word is given by somebody of theirs, or
 * recorded by one of ours, who says whose it is.
 *
 * @param wording the sign of the words that were read, or null where nobody said
 */
public record ConfirmExitTerms(
        String partnershipId,
        @Personal String by,
        @Nullable String wording,
        @Nullable Instant effectiveAt)
        implements LaunchPreparationCommand {

    @Override
    public Set<Role> permittedTo() {
        return EitherSide.MAY;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active -> {
                    var latest = active.facts().evidence().latestEvents();
                    return latest.latest(ExitTermsAgreed.class)
                            .map(terms -> on(terms, latest, context))
                            .orElseGet(() -> new Decision.Missing("agreement on how to part"));
                });
    }

    private Decision on(ExitTermsAgreed terms, LatestEvents latest, DecisionContext context) {
        return EitherSide.objectionTo(wording, terms.wording())
                .orElseGet(
                        () ->
                                latest.latest(ExitTermsConfirmed.class)
                                                .filter(known -> known.by().equals(by))
                                                .isPresent()
                                        ? Decision.nothingNew()
                                        : Decision.happened(confirmed(terms, context)));
    }

    private ExitTermsConfirmed confirmed(ExitTermsAgreed terms, DecisionContext context) {
        return new ExitTermsConfirmed(
                terms.summary(), terms.noticeDays(), by, context.effectiveTime(this));
    }
}
