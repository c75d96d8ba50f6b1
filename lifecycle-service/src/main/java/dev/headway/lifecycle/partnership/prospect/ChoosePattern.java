package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.Pattern;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says which of the standard patterns is being executed. */
public record ChoosePattern(String partnershipId, Pattern pattern, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active ->
                        pattern.name().equals(active.facts().pattern())
                                ? Decision.nothingNew()
                                : Decision.happened(
                                        new PatternChosen(
                                                pattern.name(), context.effectiveTime(this))));
    }
}
