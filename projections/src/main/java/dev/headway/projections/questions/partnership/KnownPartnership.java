package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.nextsteps.Plan;
import dev.headway.projections.questions.partnership.KnownFacts.Waiver;
import dev.headway.projections.questions.portfolio.PortfolioEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a partnership. It follows from the partnership's events alone, so the present
 * and any past are computed the same way.
 */
record KnownPartnership(PortfolioEntry entry, GhostClock clock, Plan plan, KnownFacts facts) {

    /** What is known after an event; null stands for a partnership that is not known yet. */
    static @Nullable KnownPartnership after(
            @Nullable KnownPartnership known, RecordedEvent recorded) {
        if (!(recorded.event() instanceof PartnershipEvent event)
                || (known != null && recorded.version() <= known.entry.version())) {
            return known;
        }
        var entry = PortfolioEntry.after(known == null ? null : known.entry, recorded);
        var clock = GhostClock.after(known == null ? null : known.clock, recorded);
        var plan = Plan.after(known == null ? null : known.plan, recorded);
        var facts = known == null ? new KnownFacts() : known.facts;
        return entry == null || clock == null || plan == null
                ? null
                : new KnownPartnership(entry, clock, plan, KnownFactsEvolution.on(facts, event));
    }

    /** The waivers that are over at {@code now} and stand uncovered, while it is active. */
    List<Waiver> outOfCompliance(Instant now) {
        var granted =
                facts.waivers.stream().filter(each -> each.status().equals("GRANTED")).toList();
        var covered =
                granted.stream()
                        .filter(each -> each.expiresOn().isAfter(now))
                        .map(Waiver::criterion)
                        .collect(Collectors.toSet());
        return entry.stage().isActive()
                ? granted.stream().filter(each -> !covered.contains(each.criterion())).toList()
                : List.of();
    }
}
