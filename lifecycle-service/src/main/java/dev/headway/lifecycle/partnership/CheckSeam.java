package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.Seam;
import dev.headway.contracts.SeamVerdict;
import dev.headway.lifecycle.partnership.PartnershipCommand.LaunchCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks one seam of the joint experience. */
record CheckSeam(
        String partnershipId,
        Seam seam,
        SeamVerdict verdict,
        String evidence,
        @Nullable Instant effectiveAt)
        implements LaunchCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new SeamChecked(seam.name(), verdict.name(), evidence, moment.effective(this));
        return Recording.replacing(
                state,
                event,
                seam.name(),
                known ->
                        known.verdict().equals(verdict.name())
                                && known.evidence().equals(evidence));
    }
}
