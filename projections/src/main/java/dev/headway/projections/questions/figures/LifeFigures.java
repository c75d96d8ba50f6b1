package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.FirstUse;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one life of a partnership promised, and what came of it; a revival begins the next one.
 *
 * @param number of the life, from 1
 * @param followedAt since when a step of a playbook has been planned, or null
 */
record LifeFigures(
        String partnershipId,
        int number,
        long version,
        Stage stage,
        @Nullable String pattern,
        BendFigures bends,
        ClaimFigures claim,
        @Nullable Instant firstUseAt,
        @Nullable Instant announcedOn,
        @Nullable Instant followedAt,
        ExceptionFigures exceptions) {

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
        return event instanceof StepPlanned planned && planned.playbook() != null;
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
        return new LifeFigures(
                partnershipId,
                before == null ? 1 : before.number + 1,
                0,
                Stage.PROSPECT,
                before == null ? null : before.pattern,
                BendFigures.NONE,
                ClaimFigures.NONE,
                null,
                null,
                null,
                ExceptionFigures.NONE);
    }

    private LifeFigures on(PartnershipEvent event, long at) {
        return switch (event) {
            case StageEntered e ->
                    with(
                            at,
                            e.stage(),
                            pattern,
                            bends,
                            claim,
                            firstUseAt,
                            announcedOn,
                            followedAt,
                            exceptions);
            case PatternChosen e ->
                    with(
                            at,
                            stage,
                            e.pattern(),
                            bends,
                            claim,
                            firstUseAt,
                            announcedOn,
                            followedAt,
                            exceptions);
            case BendEvent e ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends.evolve(e),
                            claim,
                            firstUseAt,
                            announcedOn,
                            followedAt,
                            exceptions);
            case LeverageClaimed e ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends,
                            claim.evolve(e),
                            firstUseAt,
                            announcedOn,
                            followedAt,
                            exceptions);
            case MeasurementTaken e ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends,
                            claim.evolve(e),
                            firstUseAt,
                            announcedOn,
                            followedAt,
                            exceptions);
            case JointWinRecorded e ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends,
                            claim,
                            firstUse(e),
                            announcedOn,
                            followedAt,
                            exceptions);
            case PartnershipAnnounced e ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends,
                            claim,
                            firstUseAt,
                            e.announcedOn(),
                            followedAt,
                            exceptions);
            case WaiverEvent e ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends,
                            claim,
                            firstUseAt,
                            announcedOn,
                            followedAt,
                            exceptions.evolve(e, pattern));
            case StepPlanned e ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends,
                            claim,
                            firstUseAt,
                            announcedOn,
                            followed(e),
                            exceptions);
            case DescriptionEvent _,
                    EvidenceEvent _,
                    ObligationEvent _,
                    ParkingEvent _,
                    MotionEvent _ ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends,
                            claim,
                            firstUseAt,
                            announcedOn,
                            followedAt,
                            exceptions);
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ ->
                    with(
                            at,
                            stage,
                            pattern,
                            bends,
                            claim,
                            firstUseAt,
                            announcedOn,
                            followedAt,
                            exceptions);
        };
    }

    private LifeFigures with(
            long version,
            Stage stage,
            @Nullable String pattern,
            BendFigures bends,
            ClaimFigures claim,
            @Nullable Instant firstUseAt,
            @Nullable Instant announcedOn,
            @Nullable Instant followedAt,
            ExceptionFigures exceptions) {
        return new LifeFigures(
                partnershipId,
                number,
                version,
                stage,
                pattern,
                bends,
                claim,
                firstUseAt,
                announcedOn,
                followedAt,
                exceptions);
    }

    private @Nullable Instant followed(StepPlanned event) {
        return isOfPlaybook(event) ? FirstUse.earlier(followedAt, event.effectiveAt()) : followedAt;
    }

    private Instant firstUse(JointWinRecorded event) {
        return FirstUse.earlier(firstUseAt, event.effectiveAt());
    }
}
