package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.lifecycle.partnership.PartnershipCommand.LaunchCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Agrees how often both sides meet, and where. */
record AgreeRhythm(String partnershipId, int everyDays, String forum, @Nullable Instant effectiveAt)
        implements LaunchCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new RhythmAgreed(everyDays, forum, moment.effective(this));
        return Recording.replacing(
                state,
                event,
                "",
                known -> known.everyDays() == everyDays && known.forum().equals(forum));
    }
}
