package dev.headway.projections.questions.gates;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CorrectionEvent;
import dev.headway.contracts.Stage;
import dev.headway.partnership.gates.Criterion;
import dev.headway.partnership.gates.Gate;
import dev.headway.partnership.gates.GateContext;
import dev.headway.partnership.gates.TurningPoints;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.PartnershipFacts;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import dev.headway.partnership.state.RecordedHistory;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.questions.program.PolicyInForce;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells lists what the gate ahead of a partnership has, now and whenever time changes it: evaluated
 * by the very gate that the move itself meets.
 */
@Component
class GateTimes implements GateAhead {

    private final EventLog log;
    private final ObjectProvider<LivesBySnapshot> longLives;
    private final ObjectProvider<PolicyInForce> policy;
    private final BusinessCalendar calendar;

    GateTimes(
            EventLog log,
            ObjectProvider<LivesBySnapshot> longLives,
            ObjectProvider<PolicyInForce> policy,
            BusinessCalendar calendar) {
        this.log = log;
        this.longLives = longLives;
        this.policy = policy;
        this.calendar = calendar;
    }

    @Override
    public Known none() {
        return read(List.of());
    }

    /** The long ones by their snapshots, the others together. */
    @Override
    public Map<String, Known> load(Collection<String> partnershipIds) {
        var known = new HashMap<String, Known>();
        log.ofShortStreams(partnershipIds).forEach((id, life) -> known.put(id, read(life)));
        partnershipIds.forEach(id -> known.computeIfAbsent(id, this::loadLong));
        return known;
    }

    private Known loadLong(String partnershipId) {
        var lives = longLives.getIfAvailable();
        if (lives == null) {
            return read(log.ofStream(partnershipId, Long.MAX_VALUE));
        }
        var loaded = lives.load(partnershipId);
        var last = log.ofStream(partnershipId, loaded.version(), loaded.version());
        return new KnownState(loaded, last.isEmpty() ? Instant.EPOCH : last.getLast().recordedAt());
    }

    private static Known read(List<RecordedEvent> life) {
        if (life.isEmpty()) {
            return new KnownState(new LoadedState(new Unregistered(), 0), Instant.EPOCH);
        }
        var last = life.getLast();
        var state =
                life.stream().anyMatch(each -> each.event() instanceof CorrectionEvent)
                        ? new RecordedHistory(Restatement.recorded(life)).state()
                        : evolved(life);
        return new KnownState(new LoadedState(state, last.version()), last.recordedAt());
    }

    private static PartnershipState evolved(List<RecordedEvent> life) {
        PartnershipState state = new Unregistered();
        for (var each : life) {
            state = state.evolve((PartnershipEvent) each.event());
        }
        return state;
    }

    @Override
    public Asking asking() {
        var inForce = policy.getObject().get();
        return (known, now) ->
                new AskedAt(inForce, calendar.zone(), now)
                        .timesOf(((KnownState) known).current().state());
    }

    private record KnownState(LoadedState current, Instant recordedAt) implements Known {

        @Override
        public long version() {
            return current.version();
        }

        @Override
        public Known after(RecordedEvent event) {
            var state = current.state().evolve((PartnershipEvent) event.event());
            return new KnownState(
                    new LoadedState(state, current.version() + 1), event.recordedAt());
        }

        @Override
        public boolean isAskedAs(Known other) {
            return current.state() instanceof Registered now
                    && ((KnownState) other).current.state() instanceof Registered then
                    && now.stage() == then.stage()
                    && isAskedAs(now.facts(), then.facts(), now.stage());
        }

        /** What was told of since is the same object where no event has touched it. */
        @SuppressWarnings("ReferenceEquality")
        private static boolean isAskedAs(PartnershipFacts now, PartnershipFacts then, Stage stage) {
            return now.voided() == then.voided()
                    && Objects.equals(now.pattern(), then.pattern())
                    && now.evidence().latestEvents() == then.evidence().latestEvents()
                    && now.evidence().jointWins() == then.evidence().jointWins()
                    && now.evidence().measurements() == then.evidence().measurements()
                    && now.evidence().steps() == then.evidence().steps()
                    && now.evidence().waivers() == then.evidence().waivers()
                    && now.evidence().objectives() == then.evidence().objectives()
                    && now.obligations() == then.obligations()
                    && now.hadCustomers() == then.hadCustomers()
                    && (!stage.isLaunched()
                            || Objects.equals(now.lastMotionAt(), then.lastMotionAt()));
        }
    }

    /** When it is asked, and under which policy. */
    private record AskedAt(Policy policy, ZoneId zone, Instant now) {

        List<GateTime> timesOf(PartnershipState state) {
            return state instanceof Registered registered && !registered.facts().voided()
                    ? timesOf(registered)
                    : List.of();
        }

        private List<GateTime> timesOf(Registered state) {
            return switch (state.stage()) {
                case PROSPECT -> timesOf(state, Gate.to(Stage.PILOT));
                case PILOT -> timesOf(state, Gate.to(Stage.LAUNCH));
                case LAUNCH -> timesOf(state, Gate.to(Stage.SCALED));
                case SCALED, SUNSET -> List.of();
            };
        }

        private List<GateTime> timesOf(Registered state, Gate gate) {
            var criteria = gate.criteria(policy);
            var settled = evaluated(state, criteria, now);
            var fluid = criteria.stream().filter(each -> isFluid(each, state)).toList();
            var times = new ArrayList<GateTime>();
            times.add(time(gate, criteria, settled, now));
            if (fluid.isEmpty()) {
                return times;
            }
            for (var at : new TurningPoints(state, policy, zone).after(now)) {
                var then = new HashMap<>(settled);
                then.putAll(evaluated(state, fluid, at));
                var next = time(gate, criteria, then, at);
                if (!next.isAs(times.getLast())) {
                    times.add(next);
                }
            }
            return times;
        }

        /** Whether time alone may change what is found: of what it says, or of what excuses it. */
        private boolean isFluid(Criterion criterion, Registered state) {
            return TurningPoints.concern(criterion.id(), policy)
                    || state.facts().evidence().waivers().granted().contains(criterion.id());
        }

        private Map<String, EvaluatedCriterion> evaluated(
                Registered state, List<Criterion> criteria, Instant at) {
            var context = GateContext.beforehand(state, policy, at, zone);
            return criteria.stream()
                    .map(criterion -> criterion.evaluate(context))
                    .collect(Collectors.toMap(EvaluatedCriterion::id, Function.identity()));
        }
    }

    private static GateTime time(
            Gate gate,
            List<Criterion> criteria,
            Map<String, EvaluatedCriterion> found,
            Instant at) {
        var held = new ArrayList<String>();
        var unmet = new ArrayList<String>();
        for (var criterion : criteria) {
            var evaluated = found.get(criterion.id());
            if (evaluated != null && evaluated.required()) {
                (evaluated.blocks() ? unmet : held).add(criterion.id());
            }
        }
        return new GateTime(at, gate.to().name(), held, unmet);
    }
}
