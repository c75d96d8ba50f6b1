package dev.headway.lifecycle.partnership.pilot;

import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.VerdictConfirmed;
import dev.headway.contracts.Role;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.EitherSide;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.PilotCommand;
import dev.headway.partnership.state.LatestEvents;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The partner sees the pilot as its verdict says. Their word is given by somebody of theirs, or
 * recorded by one of ours, who says whose it is.
 *
 * @param wording the sign of the words that were read, or null where nobody said
 */
public record ConfirmVerdict(
        String partnershipId,
        @Personal String by,
        @Nullable String wording,
        @Nullable Instant effectiveAt)
        implements PilotCommand {

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
                    return latest.latest(PilotJudged.class)
                            .map(judged -> on(judged, latest, context))
                            .orElseGet(() -> new Decision.Missing("verdict"));
                });
    }

    private Decision on(PilotJudged judged, LatestEvents latest, DecisionContext context) {
        return EitherSide.objectionTo(wording, judged.wording())
                .orElseGet(
                        () ->
                                latest.latest(VerdictConfirmed.class)
                                                .filter(known -> known.by().equals(by))
                                                .isPresent()
                                        ? Decision.nothingNew()
                                        : Decision.happened(confirmed(judged, context)));
    }

    private VerdictConfirmed confirmed(PilotJudged judged, DecisionContext context) {
        return new VerdictConfirmed(
                judged.verdict(),
                judged.evidence(),
                judged.endsOn(),
                by,
                context.effectiveTime(this));
    }
}
