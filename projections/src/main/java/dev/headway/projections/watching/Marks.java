package dev.headway.projections.watching;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Where the clocks of a partnership were last set; unlike all other facts they change with nearly
 * every event, and are kept apart from them for that.
 *
 * @param motion the newest motion by effective time, of two at the same time the later recorded
 * @param meeting the newest of touchpoint, launch and agreement of a rhythm
 */
record Marks(@Nullable Mark motion, @Nullable Mark meeting) {

    static final Marks NONE = new Marks(null, null);

    Marks evolve(PartnershipEvent event, Mark mark) {
        return new Marks(
                event.isMotion() ? newest(motion, mark) : motion,
                startsRhythm(event) ? newest(meeting, mark) : meeting);
    }

    /** The same in a new life, in which nobody has met yet. */
    Marks anew() {
        return new Marks(motion, null);
    }

    private static boolean startsRhythm(PartnershipEvent event) {
        return event instanceof RhythmAgreed
                || event instanceof TouchpointRecorded
                || event instanceof PartnershipLaunched;
    }

    private static Mark newest(@Nullable Mark before, Mark mark) {
        return before == null || mark.isNewerThan(before) ? mark : before;
    }
}
