package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.Pattern;
import dev.headway.lifecycle.partnership.PartnershipCommand.ProspectCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says which of the standard patterns is being executed. */
record ChoosePattern(String partnershipId, Pattern pattern, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.whileActive(
                state,
                active ->
                        pattern.name().equals(active.facts().pattern())
                                ? Decision.nothingNew()
                                : Decision.happened(
                                        new PatternChosen(pattern.name(), moment.effective(this))));
    }
}
