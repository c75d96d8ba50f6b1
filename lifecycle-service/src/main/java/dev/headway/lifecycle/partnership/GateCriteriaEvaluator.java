package dev.headway.lifecycle.partnership;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.gates.Gate;
import dev.headway.lifecycle.partnership.gates.MoveDecisions;
import dev.headway.lifecycle.partnership.state.PartnershipState;
import dev.headway.lifecycle.partnership.state.PartnershipState.Registered;
import dev.headway.lifecycle.program.Policy;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.watching.tracking.CriteriaEvaluator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells the watch which excused criteria do not hold by themselves: evaluated by the very checks
 * that the gates are evaluated by.
 */
@Component
class GateCriteriaEvaluator implements CriteriaEvaluator {

    private final EventStore events;
    private final Supplier<Policy> policy;
    private final ZoneId zone;

    /** Both come late: the watch reads what is put together after it. */
    GateCriteriaEvaluator(
            @Lazy EventStore events, @Lazy Supplier<Policy> policy, BusinessCalendar calendar) {
        this.events = events;
        this.policy = policy;
        this.zone = calendar.zone();
    }

    /** From the first event on: a snapshot may be of a time that the watch has not come to. */
    @Override
    public Life of(String partnershipId, long before) {
        var history = new StoredHistories(events).first(before - 1, partnershipId);
        return new TrackedState(history.state(), policy, zone);
    }

    private static final class TrackedState implements Life {

        private final Supplier<Policy> policy;
        private final ZoneId zone;
        private PartnershipState state;

        TrackedState(PartnershipState state, Supplier<Policy> policy, ZoneId zone) {
            this.state = state;
            this.policy = policy;
            this.zone = zone;
        }

        @Override
        public void on(PartnershipEvent event) {
            state = state.evolve(event);
        }

        @Override
        public Set<String> unmetOf(Collection<String> criteria, Instant now) {
            if (!(state instanceof Registered registered)) {
                return Set.of();
            }
            var context =
                    MoveDecisions.gateContext(
                            registered, null, new DecisionContext(now, "", null, zone, policy));
            return criteria.stream()
                    .filter(
                            id ->
                                    Gate.criterion(id)
                                            .map(criterion -> criterion.evaluate(context))
                                            .filter(GateCriteriaEvaluator::isRequiredAndUnmet)
                                            .isPresent())
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isRequiredAndUnmet(EvaluatedCriterion criterion) {
        return criterion.required() && !criterion.met();
    }
}
