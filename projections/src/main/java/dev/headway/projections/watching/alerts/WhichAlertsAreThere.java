package dev.headway.projections.watching.alerts;

import dev.headway.projections.chat.delivery.DeliveriesByAlert;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.querying.SavedQuestion;
import dev.headway.projections.querying.csv.CsvAnswer;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which alerts are there, and what became of them? The newest first, the resolved included. */
@RestController
class WhichAlertsAreThere implements SavedQuestion {

    private static final String NAME = "alerts";

    private final AlertQueries alerts;
    private final AlertList list;
    private final DeliveriesByAlert deliveries;
    private final HeldRelationships relationships;
    private final Cursors cursors;
    private final FairReads reads;

    WhichAlertsAreThere(
            AlertQueries alerts,
            AlertList list,
            DeliveriesByAlert deliveries,
            HeldRelationships relationships,
            Cursors cursors,
            FairReads reads) {
        this.alerts = alerts;
        this.list = list;
        this.deliveries = deliveries;
        this.relationships = relationships;
        this.cursors = cursors;
        this.reads = reads;
    }

    @MayRead
    @ReadsFrom({AlertLifecycle.POSITION, WatchedPartnerships.NAME, HeldRelationships.POSITION})
    @GetMapping("/api/v1/alerts")
    Page<Alert> answer(@RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(NAME, parameters);
        var filters = AlertFilters.of(query, caller, relationships);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        var page =
                Page.of(
                        reads.inTurn(() -> list.page(filters, after.orElse(null), limit + 1)),
                        limit,
                        last ->
                                query.cursor(
                                        cursors,
                                        AlertList.positionOf(last, filters.sort())
                                                .toArray(String[]::new)));
        return withDeliveries(page);
    }

    @MayRead
    @ReadsFrom({AlertLifecycle.POSITION, WatchedPartnerships.NAME, HeldRelationships.POSITION})
    @GetMapping(path = "/api/v1/alerts", produces = CsvAnswer.TYPE)
    void answer(
            @RequestParam MultiValueMap<String, String> parameters,
            Principal caller,
            HttpServletResponse response)
            throws IOException {
        var filters = filters(parameters, caller);
        CsvAnswer.write(
                response,
                NAME,
                AlertColumns.ALL,
                (last, limit) ->
                        list.page(
                                filters,
                                last == null ? null : AlertList.positionOf(last, filters.sort()),
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

    private AlertFilters filters(MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(NAME, parameters);
        var filters = AlertFilters.of(query, caller, relationships);
        query.throwIfInvalid();
        return filters;
    }

    @MayRead
    @ReadsFrom({AlertLifecycle.POSITION, WatchedPartnerships.NAME})
    @GetMapping("/api/v1/alerts/{id}")
    ResponseEntity<Alert> answer(@PathVariable String id) {
        var alert =
                alerts.find(id).orElseThrow(() -> new NotFoundException("There is no such alert"));
        var shown = deliveries.of(List.of(alert.id())).getOrDefault(alert.id(), List.of());
        return ResponseEntity.ok()
                .eTag("\"" + alert.version() + "\"")
                .body(alert.withDeliveries(shown));
    }

    private Page<Alert> withDeliveries(Page<Alert> page) {
        var shown = deliveries.of(page.items().stream().map(Alert::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(
                                alert ->
                                        alert.withDeliveries(
                                                shown.getOrDefault(alert.id(), List.of())))
                        .toList(),
                page.nextCursor());
    }
}
