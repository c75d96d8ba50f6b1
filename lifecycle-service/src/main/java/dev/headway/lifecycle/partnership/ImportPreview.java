package dev.headway.lifecycle.partnership;

import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.partnership.state.RecordedHistory;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.personal.PersonalFields;
import dev.headway.projections.questions.program.PolicyInForce;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What an import's row would be answered, before anybody imports it: decided, and not stored. */
@Component
public class ImportPreview {

    private final EventStore events;
    private final PolicyInForce policy;
    private final Clock clock;
    private final BusinessCalendar calendar;
    private final PersonalFields personal;

    ImportPreview(
            EventStore events,
            PolicyInForce policy,
            Clock clock,
            BusinessCalendar calendar,
            PersonalFields personal) {
        this.events = events;
        this.policy = policy;
        this.clock = clock;
        this.calendar = calendar;
        this.personal = personal;
    }

    /** The answer that sending this command now would get. */
    public CommandResult preview(ImportPartnership given) {
        var row = personal.sealed(given);
        var current = CurrentState.load(events, row.partnershipId());
        var context =
                new DecisionContext(clock.instant(), "", null, calendar.zone(), policy)
                        .about(() -> recorded(row.partnershipId(), current.version()));
        return switch (row.decide(current.state(), context)) {
            case Decision.Happened happened -> done(row, current.with(happened), happened);
            case Decision.Broken broken ->
                    new CommandResult.Broken(broken.pointer(), broken.message(), current.version());
            case Decision.Illegal illegal ->
                    new CommandResult.Illegal(illegal.why(), current.stage(), current.version());
            case Decision.Refused _,
                    Decision.Corrected _,
                    Decision.Forbidden _,
                    Decision.Missing _ ->
                    throw new IllegalStateException("No row of an import is answered like this");
        };
    }

    private RecordedHistory recorded(String partnershipId, long version) {
        return new StoredHistories(events).first(version, partnershipId);
    }

    private static CommandResult done(
            ImportPartnership row, CurrentState then, Decision.Happened happened) {
        return new CommandResult.Done(
                row.partnershipId(), then.stage(), then.version(), happened.events().size());
    }
}
