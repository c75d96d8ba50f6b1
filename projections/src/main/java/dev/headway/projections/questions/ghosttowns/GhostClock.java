package dev.headway.projections.questions.ghosttowns;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MotionEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.log.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one partnership: it starts at the newest motion by the time it happened, so that
 * late recording never moves it back; of two at the same instant the one recorded later stands.
 *
 * @param lastMotion the newest motion, or null before the first
 * @param version the partnership's version this is as of
 */
public record GhostClock(
        String partnershipId, String name, Stage stage, @Nullable Motion lastMotion, long version) {

    /** The rule whose threshold it runs under, as the watch's {@code GhostTown} does. */
    public static final String RULE = "ghost-town";

    /** The clock after an event; null stands for a partnership that is not known yet. */
    public static @Nullable GhostClock evolve(@Nullable GhostClock clock, RecordedEvent recorded) {
        if (!(recorded.event() instanceof PartnershipEvent event)) {
            return clock;
        }
        if (clock == null) {
            return event instanceof PartnershipRegistered registered
                    ? new GhostClock(
                            recorded.stream(),
                            registered.name(),
                            Stage.PROSPECT,
                            null,
                            recorded.version())
                    : null;
        }
        return recorded.version() > clock.version ? clock.on(recorded, event) : clock;
    }

    private GhostClock on(RecordedEvent recorded, PartnershipEvent event) {
        return new GhostClock(
                partnershipId,
                event instanceof PartnershipRenamed renamed ? renamed.name() : name,
                event instanceof StageEntered entered ? entered.stage() : stage,
                event instanceof MotionEvent motion && motion.isMotion()
                        ? newest(Motion.of(recorded, motion))
                        : lastMotion,
                recorded.version());
    }

    private Motion newest(Motion motion) {
        return lastMotion == null || !motion.at().isBefore(lastMotion.at()) ? motion : lastMotion;
    }

    /** The instant at which it becomes a ghost town unless it moves; empty where none can. */
    public Optional<Instant> ghostAt(Thresholds thresholds) {
        return lastMotion == null || !stage.hasGhostClock()
                ? Optional.empty()
                : Optional.of(lastMotion.at().plus(thresholds.after(RULE, stage)));
    }

    /** Whether it is a ghost town at {@code now}, the very instant included. */
    public boolean isGhostTown(Thresholds thresholds, Instant now) {
        return ghostAt(thresholds).filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Whole days of 24 hours since the newest motion; null before the first. */
    public @Nullable Integer quietDays(Instant now) {
        return lastMotion == null
                ? null
                : (int) Math.max(0, Duration.between(lastMotion.at(), now).toDays());
    }
}
