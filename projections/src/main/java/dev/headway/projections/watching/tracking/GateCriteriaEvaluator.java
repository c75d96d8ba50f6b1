package dev.headway.projections.watching.tracking;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.partnership.gates.Gate;
import dev.headway.partnership.gates.GateContext;
import dev.headway.partnership.gates.TurningPoints;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.RecordedHistory;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.watching.facts.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the watch which excused criteria do not hold by themselves: evaluated by the very checks
 * that the gates are evaluated by.
 */
@Component
public class GateCriteriaEvaluator implements CriteriaEvaluator {

    private final EventLog log;
    private final BusinessCalendar calendar;

    public GateCriteriaEvaluator(EventLog log, BusinessCalendar calendar) {
        this.log = log;
        this.calendar = calendar;
    }

    /** From the first event on: a snapshot may be of a time that the watch has not come to. */
    @Override
    public Life of(String partnershipId, long before) {
        var life = before > 1 ? log.ofStream(partnershipId, before - 1) : List.<RecordedEvent>of();
        var state = new RecordedHistory(Restatement.recorded(life)).state();
        return new TrackedState(state, calendar.zone());
    }

    private static final class TrackedState implements Life {

        private final ZoneId zone;
        private PartnershipState state;

        TrackedState(PartnershipState state, ZoneId zone) {
            this.state = state;
            this.zone = zone;
        }

        @Override
        public void on(PartnershipEvent event) {
            state = state.evolve(event);
        }

        @Override
        public Map<String, List<Span>> unmetFrom(
                Instant now, Collection<String> criteria, @Nullable ProgramChanged program) {
            if (!(state instanceof Registered registered)) {
                return Map.of();
            }
            var policy = program == null ? Policy.OUT_OF_THE_BOX : Policy.of(0, program);
            var turns = new TurningPoints(registered, policy, zone);
            var unmet = new TreeMap<String, List<Span>>();
            for (var id : criteria) {
                var points =
                        TurningPoints.concern(id, policy) ? turns.after(now) : List.<Instant>of();
                var spans =
                        Span.where(
                                now,
                                points,
                                at -> isRequiredAndUnmet(id, registered, policy, zone, at));
                if (!spans.isEmpty()) {
                    unmet.put(id, spans);
                }
            }
            return unmet;
        }
    }

    private static boolean isRequiredAndUnmet(
            String id, Registered state, Policy policy, ZoneId zone, Instant at) {
        var context = GateContext.beforehand(state, policy, at, zone);
        return Gate.criterion(id, policy)
                .map(criterion -> criterion.evaluate(context))
                .filter(criterion -> criterion.required() && !criterion.met())
                .isPresent();
    }
}
