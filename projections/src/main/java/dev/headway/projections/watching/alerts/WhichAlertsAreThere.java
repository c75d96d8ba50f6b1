package dev.headway.projections.watching.alerts;

import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.projections.chat.delivery.DeliveriesByAlert;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.OwnerFilter;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
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
class WhichAlertsAreThere {

    private static final List<String> RULES =
            DefaultThresholds.ALL.stream().map(Threshold::rule).toList();

    private final AlertQueries alerts;
    private final DeliveriesByAlert deliveries;
    private final Cursors cursors;

    WhichAlertsAreThere(AlertQueries alerts, DeliveriesByAlert deliveries, Cursors cursors) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.cursors = cursors;
    }

    @MayRead
    @ReadsFrom({AlertLifecycle.POSITION, WatchedPartnerships.NAME})
    @GetMapping("/api/v1/alerts")
    Page<Alert> answer(@RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var asked = new QueryParameters("alerts", parameters);
        var rules = asked.anyOf("rule", RULES);
        var statuses = asked.anyOf("status", QueryParameters.names(AlertStatus.class));
        var partnership = asked.text("partnership");
        var owner = OwnerFilter.of(asked, caller);
        var place = asked.cursorPosition(cursors);
        var limit = asked.limit(50);
        asked.throwIfInvalid();
        var page =
                Page.of(
                        alerts.newest(
                                rules, statuses, partnership, owner, place.orElse(null), limit + 1),
                        limit,
                        last ->
                                asked.cursor(
                                        cursors, last.raisedAt().toString(), last.id().toString()));
        return withDeliveries(page);
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
