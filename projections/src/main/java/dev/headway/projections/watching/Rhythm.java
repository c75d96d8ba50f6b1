package dev.headway.projections.watching;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often both sides meet, and when they last did. Nobody misses a meeting before the rhythm was
 * agreed, or before the launch from which it is watched.
 *
 * @param everyDays the cadence, 0 until one is agreed
 * @param counted the newest of agreement, launch and touchpoint
 */
record Rhythm(int everyDays, @Nullable Mark counted) {

    static final Rhythm NONE = new Rhythm(0, null);

    /** The next meeting that the rhythm asks for, or null without a rhythm. */
    @Nullable Mark nextMeeting() {
        return everyDays == 0 || counted == null ? null : counted.plus(Duration.ofDays(everyDays));
    }

    Rhythm evolve(PartnershipEvent event, Mark mark) {
        return switch (event) {
            case RhythmAgreed e -> new Rhythm(e.everyDays(), newest(mark));
            case TouchpointRecorded _, PartnershipLaunched _ -> new Rhythm(everyDays, newest(mark));
            case PartnershipRevived _ -> NONE;
            case PartnershipEvent _ -> this;
        };
    }

    private Mark newest(Mark mark) {
        return counted == null || mark.isNewerThan(counted) ? mark : counted;
    }
}
