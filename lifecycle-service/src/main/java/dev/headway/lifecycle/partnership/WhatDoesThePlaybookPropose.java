package dev.headway.lifecycle.partnership;

import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.responses.PartnershipIds;
import dev.headway.lifecycle.partnership.steps.Playbook;
import dev.headway.lifecycle.partnership.steps.Playbook.Entry;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.http.Problem;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.questions.program.PolicyInForce;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What does the playbook propose? The steps of its pattern and stage that are not planned yet. */
@RestController
class WhatDoesThePlaybookPropose {

    private final EventStore events;
    private final PolicyInForce policy;
    private final BusinessCalendar calendar;
    private final Clock clock;

    WhatDoesThePlaybookPropose(
            EventStore events, PolicyInForce policy, BusinessCalendar calendar, Clock clock) {
        this.events = events;
        this.policy = policy;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The playbook.
     *
     * @param pattern null where none is chosen, for which there is no playbook
     * @param proposed what is not planned yet
     * @param planned what is, or was, in this life
     */
    record Proposal(
            @Nullable String pattern,
            Stage stage,
            long policyVersion,
            List<Entry> proposed,
            List<Entry> planned) {}

    @MayRead
    @GetMapping("/api/v1/partnerships/{id}/playbook")
    Proposal answer(@PathVariable String id) {
        PartnershipIds.check(id);
        return switch (CurrentState.load(events, id).state()) {
            case Unregistered _ -> throw Problem.notFound("partnership");
            case Registered registered -> proposal(registered);
        };
    }

    private Proposal proposal(Registered partnership) {
        var inForce = policy.get();
        var entries = Playbook.of(partnership, inForce, clock.instant(), calendar.zone()).entries();
        return new Proposal(
                partnership.facts().pattern(),
                partnership.stage(),
                inForce.version(),
                entries.stream().filter(each -> !each.wasPlanned()).toList(),
                entries.stream().filter(Entry::wasPlanned).toList());
    }
}
