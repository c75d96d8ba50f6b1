package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.SeatEvent;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.projections.questions.nextsteps.Plan;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a revival leaves behind of a partnership in the list.
 *
 * @param openSteps ids of the steps that are open
 */
public record PortfolioLife(
        @Nullable String classification, PortfolioSeats seats, Set<String> openSteps) {

    static final PortfolioLife NEW = new PortfolioLife(null, PortfolioSeats.EMPTY, Set.of());

    PortfolioLife evolve(PartnershipClassified event) {
        return new PortfolioLife(event.classification(), seats, openSteps);
    }

    PortfolioLife evolve(SeatEvent event) {
        return new PortfolioLife(classification, seats.evolve(event), openSteps);
    }

    PortfolioLife evolve(StepEvent event) {
        var open = new TreeSet<>(openSteps);
        switch (event) {
            case StepPlanned _ -> open.add(event.stepId());
            case StepRescheduled _, StepOwnerChanged _ -> {}
            case StepCompleted _, StepDropped _ -> open.remove(event.stepId());
        }
        return new PortfolioLife(classification, seats, open);
    }

    /** What SUNSET leaves: no step is due any more. */
    PortfolioLife withoutSteps() {
        return new PortfolioLife(classification, seats, Set.of());
    }

    /** How many of the next three steps are secured, 0 to 3. */
    int stepsSecured() {
        return Math.min(Plan.NEXT_THREE, openSteps.size());
    }
}
