package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.projections.log.RecordedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one life of a partnership promised, and what came of it; a revival begins the next one.
 *
 * @param number of the life, from 1
 */
record LifeFigures(String partnershipId, int number, long version, LifeSoFar soFar) {

    /** Whether a life is another one after such an event; of the others there are many. */
    static boolean dependsOn(PartnershipEvent event) {
        return event instanceof StageEntered
                || event instanceof PatternChosen
                || event instanceof BendEvent
                || event instanceof LeverageEvent
                || event instanceof JointWinRecorded
                || event instanceof PartnershipAnnounced
                || event instanceof WaiverRequested
                || event instanceof WaiverGranted
                || isOfPlaybook(event);
    }

    private static boolean isOfPlaybook(PartnershipEvent event) {
        return event instanceof StepPlanned planned && MilestoneFigures.isOfPlaybook(planned);
    }

    /**
     * The lives that events began or changed.
     *
     * @param present the present life of every partnership that is known, by its id
     */
    static Collection<LifeFigures> evolveAll(
            Map<String, LifeFigures> present, List<RecordedEvent> events) {
        var lives = new HashMap<String, LifeFigures>();
        for (var recorded : events) {
            var life = present.get(recorded.stream());
            if (life == null || recorded.version() > life.version) {
                var changed = evolve(life, recorded);
                present.put(recorded.stream(), changed);
                lives.put(changed.partnershipId + "/" + changed.number, changed);
            }
        }
        return lives.values();
    }

    private static LifeFigures evolve(@Nullable LifeFigures life, RecordedEvent recorded) {
        var event = (PartnershipEvent) recorded.event();
        var present =
                life == null || event instanceof PartnershipRevived
                        ? nextLife(recorded.stream(), life)
                        : life;
        return present.on(event, recorded.version());
    }

    private static LifeFigures nextLife(String partnershipId, @Nullable LifeFigures before) {
        return before == null
                ? new LifeFigures(partnershipId, 1, 0, LifeSoFar.begun(null))
                : new LifeFigures(
                        partnershipId,
                        before.number + 1,
                        0,
                        LifeSoFar.begun(before.soFar.pattern()));
    }

    private LifeFigures on(PartnershipEvent event, long at) {
        return new LifeFigures(partnershipId, number, at, soFar.evolve(event));
    }
}
