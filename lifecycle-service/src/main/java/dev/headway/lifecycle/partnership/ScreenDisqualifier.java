package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.ScreeningVerdict;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Screens the prospect for one of the program's disqualifiers. */
record ScreenDisqualifier(
        @TargetAggregateIdentifier String partnershipId,
        String disqualifier,
        ScreeningVerdict verdict,
        String note,
        @Nullable Instant effectiveAt)
        implements PartnershipCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.whileActive(
                state,
                active ->
                        moment.policy().lists(disqualifier)
                                ? screened(active, moment)
                                : new Decision.Broken(
                                        "/disqualifier", "is not one of the program"));
    }

    private Decision screened(Registered active, Moment moment) {
        var event =
                new DisqualifierScreened(
                        disqualifier, verdict.name(), note, moment.effective(this));
        return Recording.replacing(
                active,
                event,
                disqualifier,
                known -> known.verdict().equals(verdict.name()) && known.note().equals(note));
    }
}
