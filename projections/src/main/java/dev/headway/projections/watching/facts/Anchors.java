package dev.headway.projections.watching.facts;

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
 * @param meeting the newest of touchpoint, launch and agreement of another cadence
 */
public record Anchors(@Nullable Anchor motion, @Nullable Anchor meeting) {

    public static final Anchors NONE = new Anchors(null, null);

    /**
     * @param rhythm that is agreed so far
     */
    public Anchors evolve(PartnershipEvent event, Anchor anchor, Rhythm rhythm) {
        return new Anchors(
                event.isMotion() ? newest(motion, anchor) : motion,
                startsRhythm(event, rhythm) ? newest(meeting, anchor) : meeting);
    }

    /** The same in a new life, in which nobody has met yet. */
    public Anchors anew() {
        return new Anchors(motion, null);
    }

    /** The same cadence in another forum is neither a meeting nor another rhythm. */
    private static boolean startsRhythm(PartnershipEvent event, Rhythm rhythm) {
        return event instanceof RhythmAgreed agreed && agreed.everyDays() != rhythm.everyDays()
                || event instanceof TouchpointRecorded
                || event instanceof PartnershipLaunched;
    }

    private static Anchor newest(@Nullable Anchor before, Anchor anchor) {
        return before == null || anchor.isNewerThan(before) ? anchor : before;
    }
}
