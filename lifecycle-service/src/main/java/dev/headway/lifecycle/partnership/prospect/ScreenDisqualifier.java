package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.ScreeningVerdict;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.lifecycle.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Screens the prospect for one of the program's disqualifiers. */
public record ScreenDisqualifier(
        String partnershipId,
        String disqualifier,
        ScreeningVerdict verdict,
        String note,
        @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event =
                new DisqualifierScreened(
                        disqualifier, verdict.name(), note, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                disqualifier,
                known -> known.verdict().equals(verdict.name()) && known.note().equals(note));
    }
}
