package dev.headway.lifecycle.partnership.pilot;

import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.PilotCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Pilot;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what the pilot showed; an extension needs a new end. */
public record JudgePilot(
        String partnershipId,
        PilotVerdict verdict,
        String evidence,
        @Nullable Instant endsOn,
        @Nullable Instant effectiveAt)
        implements PilotCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active -> {
                    var latest = active.facts().evidence().latestEvents();
                    if (!(active instanceof Pilot)) {
                        return new Decision.Illegal("A verdict needs a partnership in PILOT");
                    }
                    if (latest.latest(PilotScoped.class).isEmpty()) {
                        return new Decision.Illegal("A verdict needs a pilot scope");
                    }
                    if (verdict == PilotVerdict.EXTENDED && endsOn == null) {
                        return new Decision.Broken("/endsOn", "an extension needs a new end");
                    }
                    return latest.latest(PilotJudged.class).filter(this::saysTheSame).isPresent()
                            ? Decision.nothingNew()
                            : Decision.happened(
                                    new PilotJudged(
                                            verdict.name(),
                                            evidence,
                                            endsOn,
                                            context.effectiveTime(this)));
                });
    }

    private boolean saysTheSame(PilotJudged known) {
        return known.verdict().equals(verdict.name())
                && known.evidence().equals(evidence)
                && Objects.equals(known.endsOn(), endsOn);
    }
}
