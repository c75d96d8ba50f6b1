package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.nextsteps.NextStep;
import dev.headway.projections.questions.nextsteps.Plan;
import dev.headway.projections.questions.partnership.WaiverFacts.Waiver;
import dev.headway.projections.questions.portfolio.PortfolioEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a partnership. It follows from the partnership's events alone, so the present
 * and any past are computed the same way.
 */
record KnownPartnership(PortfolioEntry entry, GhostClock clock, Plan plan, KnownFacts facts) {

    /** What is known after an event; null stands for a partnership that is not known yet. */
    static @Nullable KnownPartnership evolve(
            @Nullable KnownPartnership known, RecordedEvent recorded) {
        if (!(recorded.event() instanceof PartnershipEvent event)
                || (known != null && recorded.version() <= known.entry.version())) {
            return known;
        }
        var entry = PortfolioEntry.evolve(known == null ? null : known.entry, recorded);
        var clock = GhostClock.evolve(known == null ? null : known.clock, recorded);
        var plan = Plan.evolve(known == null ? null : known.plan, recorded);
        var facts = known == null ? KnownFacts.NONE : known.facts;
        return entry == null || clock == null || plan == null
                ? null
                : new KnownPartnership(entry, clock, plan, facts.evolve(event));
    }

    /** The same, with so many touchpoints in the present life. */
    KnownPartnership withTouchpoints(int count) {
        return new KnownPartnership(entry, clock, plan, facts.withTouchpoints(count));
    }

    /** What comes next; null where nothing does, and for what was never registered. */
    @Nullable NextStep nextStep() {
        return entry.voided() ? null : NextStep.of(plan.open());
    }

    /** The waivers that are over at {@code now} and stand uncovered, while it is active. */
    List<Waiver> outOfCompliance(Instant now, ZoneId zone) {
        return entry.stage().isActive() ? facts.waivers().expiredAt(now, zone) : List.of();
    }
}
