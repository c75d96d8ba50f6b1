package dev.headway.projections.questions.nextsteps;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.querying.SavedQuestion;
import dev.headway.projections.querying.csv.CsvAnswer;
import dev.headway.projections.questions.Moment;
import dev.headway.projections.questions.PartnershipEvents;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What comes next, and is it secured? "Secure the next three steps before the energy dips": for one
 * partnership, and everybody's open steps across the portfolio.
 */
@RestController
public class WhatAreTheNextThreeSteps implements Projection, SavedQuestion {

    public static final String NAME = "next-steps";

    private final StepTables tables;
    private final OpenStepTable openSteps;
    private final Cursors cursors;
    private final Clock clock;
    private final BusinessCalendar calendar;

    WhatAreTheNextThreeSteps(
            StepTables tables,
            OpenStepTable openSteps,
            Cursors cursors,
            Clock clock,
            BusinessCalendar calendar) {
        this.tables = tables;
        this.openSteps = openSteps;
        this.cursors = cursors;
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * The plan of one partnership.
     *
     * @param secured how many of the next three are open, 0 to 3
     * @param ahead how many of them a gate counts: those that are not over
     * @param next the open steps soonest due, at most three
     * @param open every open step, soonest due first
     * @param slips every change of a date, oldest first
     */
    public record NextSteps(
            int secured, int of, int ahead, List<Step> next, List<Step> open, List<Slip> slips) {

        static NextSteps of(Plan plan, Instant now, ZoneId zone) {
            var open = plan.open();
            return new NextSteps(
                    plan.secured(),
                    Plan.NEXT_THREE,
                    plan.ahead(now, zone),
                    open.stream().limit(Plan.NEXT_THREE).toList(),
                    open,
                    plan.slips());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("step_partnership", "step", "step_slip");
    }

    @Override
    public boolean isAskedByCommands() {
        return true;
    }

    @Override
    public BatchHandler open() {
        return BatchHandler.of(this::handle, this::planAnew);
    }

    private void handle(List<RecordedEvent> page) {
        var events = PartnershipEvents.in(page, Plan::dependsOn);
        if (events.isEmpty()) {
            return;
        }
        var before = tables.plansOf(PartnershipEvents.partnerships(events));
        var after = new HashMap<>(before);
        events.forEach(
                event -> after.compute(event.stream(), (_, plan) -> Plan.evolve(plan, event)));
        tables.store(before, after);
    }

    private void planAnew(Restatement restatement) {
        tables.delete(restatement.partnershipId());
        var plans = new HashMap<String, Plan>();
        for (var event : restatement.history()) {
            plans.compute(event.stream(), (_, plan) -> Plan.evolve(plan, event));
        }
        if (restatement.isVoided()) {
            plans.replaceAll((_, plan) -> plan.over());
        }
        tables.store(Map.of(), plans);
    }

    /** One partnership's next steps; empty when there is no such partnership. */
    public Optional<NextSteps> of(String partnershipId) {
        return Optional.ofNullable(tables.plansOf(List.of(partnershipId)).get(partnershipId))
                .map(plan -> NextSteps.of(plan, clock.instant(), calendar.zone()));
    }

    @MayRead
    @ReadsFrom(NAME)
    @GetMapping("/api/v1/partnerships/{id}/next-steps")
    NextSteps answer(@PathVariable String id) {
        return of(id).orElseThrow(NotFoundException::partnership);
    }

    @MayRead
    @ReadsFrom(NAME)
    @GetMapping("/api/v1/next-steps")
    Page<OpenStep> answer(
            @RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(NAME, parameters);
        var filters = StepFilters.of(query, caller, now());
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        return Page.of(
                openSteps.open(filters, after.orElse(null), limit + 1),
                limit,
                last -> query.cursor(cursors, OpenStepTable.cursorOf(last)));
    }

    @MayRead
    @ReadsFrom(NAME)
    @GetMapping(path = "/api/v1/next-steps", produces = CsvAnswer.TYPE)
    void answer(
            @RequestParam MultiValueMap<String, String> parameters,
            Principal caller,
            HttpServletResponse response)
            throws IOException {
        var filters = filters(parameters, caller);
        CsvAnswer.write(
                response,
                NAME,
                StepFilters.COLUMNS,
                (last, limit) ->
                        openSteps.open(
                                filters,
                                last == null ? null : List.of(OpenStepTable.cursorOf(last)),
                                limit));
    }

    @Override
    public String list() {
        return NAME;
    }

    @Override
    public void check(MultiValueMap<String, String> parameters, Principal caller) {
        filters(parameters, caller);
    }

    private StepFilters filters(MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(NAME, parameters);
        var filters = StepFilters.of(query, caller, now());
        query.throwIfInvalid();
        return filters;
    }

    private Moment now() {
        return Moment.of(clock.instant(), calendar.zone());
    }
}
