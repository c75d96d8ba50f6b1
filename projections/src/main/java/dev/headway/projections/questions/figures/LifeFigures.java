package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.projections.log.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one life of a partnership promised, and what came of it; a revival begins the next one.
 * Filled by {@link #after} alone, one event after the other.
 */
final class LifeFigures {

    /** What is claimed, and until when. */
    record Claim(BigDecimal baseline, BigDecimal target, Instant dueOn) {}

    /** Something that bends for a strategic partner. */
    record Bend(String bendId, boolean delivered) {}

    /**
     * An exception.
     *
     * @param pattern the partnership's when it was granted
     * @param approver who granted it; null where nobody did
     */
    record Waiver(
            String waiverId,
            String criterion,
            Instant expiresOn,
            @Nullable String pattern,
            @Nullable String approver) {}

    public String partnershipId = "";
    public int life = 1;
    public long version;
    public Stage stage = Stage.PROSPECT;
    public @Nullable String pattern;
    public @Nullable String classification;
    public List<Bend> bends = new ArrayList<>();
    public @Nullable Claim claim;
    public @Nullable BigDecimal lowest;
    public @Nullable BigDecimal highest;
    public @Nullable Instant firstUseAt;
    public List<Waiver> waivers = new ArrayList<>();

    /** Whether a life is another one after such an event; of the others there are many. */
    static boolean dependsOn(PartnershipEvent event) {
        return event instanceof StageEntered
                || event instanceof PatternChosen
                || event instanceof BendEvent
                || event instanceof LeverageEvent
                || event instanceof JointWinRecorded
                || event instanceof WaiverRequested
                || event instanceof WaiverGranted;
    }

    /**
     * The lives that events began or changed.
     *
     * @param present the present life of every partnership that is known, by its id
     */
    static Collection<LifeFigures> after(
            Map<String, LifeFigures> present, List<RecordedEvent> events) {
        var lives = new HashMap<String, LifeFigures>();
        for (var recorded : events) {
            var life = present.get(recorded.stream());
            if (life != null && recorded.version() <= life.version) {
                continue;
            }
            var event = (PartnershipEvent) recorded.event();
            if (life == null || event instanceof PartnershipRevived) {
                life = next(recorded.stream(), life);
                present.put(recorded.stream(), life);
            }
            life.version = recorded.version();
            life.on(event);
            lives.put(life.partnershipId + "/" + life.life, life);
        }
        return lives.values();
    }

    private static LifeFigures next(String partnershipId, @Nullable LifeFigures before) {
        var next = new LifeFigures();
        next.partnershipId = partnershipId;
        if (before != null) {
            next.life = before.life + 1;
            next.pattern = before.pattern;
        }
        return next;
    }

    boolean bendDelivered() {
        return bends.stream().anyMatch(Bend::delivered);
    }

    /** Whether any measurement reaches the target, in the direction the claim points. */
    boolean claimSettled() {
        if (claim == null || lowest == null || highest == null) {
            return false;
        }
        var direction = claim.target().compareTo(claim.baseline());
        return (direction < 0 || highest.compareTo(claim.target()) >= 0)
                && (direction > 0 || lowest.compareTo(claim.target()) <= 0);
    }

    private void on(PartnershipEvent event) {
        switch (event) {
            case StageEntered e -> stage = e.stage();
            case PatternChosen e -> pattern = e.pattern();
            case PartnershipClassified e -> classified(e);
            case BendDelivered e ->
                    bends.replaceAll(
                            bend ->
                                    bend.bendId().equals(e.bendId())
                                            ? new Bend(bend.bendId(), true)
                                            : bend);
            case LeverageClaimed e -> claim = new Claim(e.baseline(), e.target(), e.dueOn());
            case MeasurementTaken e -> {
                lowest = lowest == null ? e.value() : lowest.min(e.value());
                highest = highest == null ? e.value() : highest.max(e.value());
            }
            case JointWinRecorded e ->
                    firstUseAt =
                            firstUseAt != null && firstUseAt.isBefore(e.effectiveAt())
                                    ? firstUseAt
                                    : e.effectiveAt();
            case WaiverRequested e ->
                    waivers.add(new Waiver(e.waiverId(), e.criterion(), e.expiresOn(), null, null));
            case WaiverGranted e ->
                    waivers.replaceAll(
                            asked ->
                                    asked.waiverId().equals(e.waiverId())
                                            ? granted(asked, e)
                                            : asked);
            case DescriptionEvent _,
                    EvidenceEvent _,
                    ObligationEvent _,
                    ParkingEvent _,
                    MotionEvent _,
                    MoveRefused _ -> {}
        }
    }

    /** One that was promised before keeps its delivery. */
    private void classified(PartnershipClassified event) {
        var before = List.copyOf(bends);
        classification = event.classification();
        bends = new ArrayList<>();
        for (var promise : event.bends()) {
            bends.add(
                    new Bend(promise.bendId(), before.contains(new Bend(promise.bendId(), true))));
        }
    }

    private Waiver granted(Waiver asked, WaiverGranted event) {
        return new Waiver(
                asked.waiverId(), asked.criterion(), asked.expiresOn(), pattern, event.grantedBy());
    }
}
