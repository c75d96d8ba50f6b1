package dev.headway.lifecycle.partnership;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.MoveDecisions;
import dev.headway.lifecycle.partnership.responses.PartnershipIds;
import dev.headway.partnership.gates.Gate;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.http.Problem;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.questions.portfolio.HowManyPilotsRun;
import dev.headway.projections.questions.program.PolicyInForce;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a move would be asked, before anybody tries: the very gate that the move itself meets. */
@RestController
class WhichGateIsAhead {

    private final EventStore events;
    private final PolicyInForce policy;
    private final Clock clock;
    private final BusinessCalendar calendar;
    private final HowManyPilotsRun pilots;

    WhichGateIsAhead(
            EventStore events,
            PolicyInForce policy,
            Clock clock,
            BusinessCalendar calendar,
            HowManyPilotsRun pilots) {
        this.events = events;
        this.policy = policy;
        this.clock = clock;
        this.calendar = calendar;
        this.pilots = pilots;
    }

    /**
     * The gate of a move.
     *
     * @param legal whether there is such a move from where the partnership stands
     * @param passes whether the move would be made now
     */
    record GateAhead(
            Stage from,
            Stage to,
            boolean legal,
            boolean passes,
            long policyVersion,
            List<EvaluatedCriterion> criteria) {}

    @MayRead
    @GetMapping("/api/v1/partnerships/{id}/gate")
    GateAhead answer(@PathVariable String id, @RequestParam(required = false) @Nullable Stage to) {
        PartnershipIds.check(id);
        return switch (CurrentState.load(events, id).state()) {
            case Unregistered _ -> throw Problem.notFound("partnership");
            case Registered registered -> ahead(registered, to == null ? next(registered) : to);
        };
    }

    private GateAhead ahead(Registered from, Stage to) {
        var back = isBack(from.stage(), to);
        var legal = !from.facts().voided() && (back || isForward(from.stage(), to));
        var context =
                new DecisionContext(clock.instant(), "", null, calendar.zone(), policy)
                        .among(pilots::now);
        var evaluated =
                back
                        ? new EvaluatedGate(to.name(), context.policy().version(), true, List.of())
                        : Gate.to(to).evaluate(MoveDecisions.gateContext(from, null, context));
        return new GateAhead(
                from.stage(),
                to,
                legal,
                legal && evaluated.passes(),
                evaluated.policyVersion(),
                evaluated.criteria());
    }

    private static Stage next(Registered registered) {
        return switch (registered.stage()) {
            case PROSPECT -> Stage.PILOT;
            case PILOT -> Stage.LAUNCH;
            case LAUNCH -> Stage.SCALED;
            case SCALED -> Stage.SUNSET;
            case SUNSET -> Stage.PROSPECT;
        };
    }

    private static boolean isForward(Stage from, Stage to) {
        return from.isActive() && (to == Stage.SUNSET || to.ordinal() == from.ordinal() + 1);
    }

    private static boolean isBack(Stage from, Stage to) {
        return switch (from) {
            case PROSPECT -> false;
            case PILOT -> to == Stage.PROSPECT;
            case LAUNCH -> to == Stage.PILOT;
            case SCALED -> to == Stage.LAUNCH;
            case SUNSET -> to == Stage.PROSPECT;
        };
    }
}
