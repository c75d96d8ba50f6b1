package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.ScreeningVerdict;
import dev.headway.lifecycle.partnership.PartnershipCommand.ProspectCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Screens the prospect for one of the program's disqualifiers. */
record ScreenDisqualifier(
        String partnershipId,
        String disqualifier,
        ScreeningVerdict verdict,
        String note,
        @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event =
                new DisqualifierScreened(
                        disqualifier, verdict.name(), note, moment.effective(this));
        return Recording.replacing(
                state,
                event,
                disqualifier,
                known -> known.verdict().equals(verdict.name()) && known.note().equals(note));
    }
}
