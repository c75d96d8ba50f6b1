package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.ghosttowns.Motion;
import dev.headway.projections.questions.portfolio.PortfolioEntry.Partner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partnership as the list shows it at one instant.
 *
 * @param daysInStage whole days of 24 hours, as {@code quietDays}
 * @param lastMotion what moved it last, or null if nothing has yet; then {@code quietDays} is null
 * @param ghostAt when it becomes, or became, a ghost town unless it moves; null where none can
 * @param stepsSecured how many of the next three steps are secured, 0 to 3
 * @param openAlerts alerts that are not resolved; null where the past was asked about
 * @param owner our person in the RELATIONSHIP seat
 * @param ownerId the same person in the directory, where they are in it
 */
public record PortfolioItem(
        String id,
        String name,
        Partner partner,
        @Nullable String segment,
        @Nullable String pattern,
        String stage,
        Instant stageSince,
        int daysInStage,
        @Nullable String classification,
        @Nullable String owner,
        @Nullable String ownerId,
        List<String> seatsVacant,
        @Nullable Motion lastMotion,
        @Nullable Integer quietDays,
        boolean ghostTown,
        @Nullable Instant ghostAt,
        int stepsSecured,
        @Nullable Integer openAlerts,
        boolean voided,
        long version) {

    public static PortfolioItem of(
            PortfolioEntry entry,
            GhostClock clock,
            Thresholds thresholds,
            Instant now,
            @Nullable Integer openAlerts) {
        var owner = entry.life().seats().owner();
        return new PortfolioItem(
                entry.partnershipId(),
                entry.name(),
                entry.partner(),
                entry.segment(),
                entry.pattern(),
                entry.stage().name(),
                entry.stageSince(),
                (int) Math.max(0, Duration.between(entry.stageSince(), now).toDays()),
                entry.life().classification(),
                owner == null ? null : owner.holder(),
                owner == null ? null : owner.holderId(),
                entry.life().seats().vacant(),
                entry.voided() ? null : clock.lastMotion(),
                entry.voided() ? null : clock.quietDays(now),
                !entry.voided() && clock.isGhostTown(thresholds, now),
                entry.voided() ? null : clock.ghostAt(thresholds).orElse(null),
                entry.stepsSecured(),
                openAlerts,
                entry.voided(),
                Math.max(entry.version(), clock.version()));
    }
}
