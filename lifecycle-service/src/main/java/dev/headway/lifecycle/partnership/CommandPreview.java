package dev.headway.lifecycle.partnership;

import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.personal.PersonalFields;
import dev.headway.projections.questions.portfolio.HowManyPilotsRun;
import dev.headway.projections.questions.program.PolicyInForce;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What a command would be answered, before anybody sends it: decided, and not stored. */
@Component
public class CommandPreview {

    private final EventStore events;
    private final PolicyInForce policy;
    private final Clock clock;
    private final BusinessCalendar calendar;
    private final HowManyPilotsRun pilots;
    private final PersonalFields personal;

    CommandPreview(
            EventStore events,
            PolicyInForce policy,
            Clock clock,
            BusinessCalendar calendar,
            HowManyPilotsRun pilots,
            PersonalFields personal) {
        this.events = events;
        this.policy = policy;
        this.clock = clock;
        this.calendar = calendar;
        this.pilots = pilots;
        this.personal = personal;
    }

    /** For a command that needs to know neither who asks nor what was corrected. */
    public CommandResult preview(PartnershipCommand asked) {
        var command = personal.sealed(asked);
        var current = CurrentState.load(events, command.partnershipId());
        var context =
                new DecisionContext(clock.instant(), "", null, calendar.zone(), policy)
                        .among(pilots::now);
        var decision =
                current.state() instanceof Registered known && known.facts().voided()
                        ? new Decision.Illegal("The partnership is voided; unvoid it to go on")
                        : command.decide(current.state(), context);
        return CommandResult.of(
                decision, command.partnershipId(), current.stage(), current.version());
    }
}
