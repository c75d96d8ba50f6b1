package dev.headway.projections.watching.alerts;

import dev.headway.contracts.DefaultThresholds;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.projections.chat.delivery.DeliveriesByAlert;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcClient database;
    private final DeliveriesByAlert deliveries;
    private final Cursors cursors;

    WhichAlertsAreThere(JdbcClient database, DeliveriesByAlert deliveries, Cursors cursors) {
        this.database = database;
        this.deliveries = deliveries;
        this.cursors = cursors;
    }

    /** An alert's life. */
    enum Status {
        OPEN,
        ACKNOWLEDGED,
        SNOOZED,
        DISMISSED,
        RESOLVED
    }

    @MayRead
    @ReadsFrom({AlertLifecycle.POSITION, WatchedPartnerships.NAME})
    @GetMapping("/api/v1/alerts")
    Page<Alert> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new QueryParameters("alerts", parameters);
        var rules = asked.anyOf("rule", RULES);
        var statuses = asked.anyOf("status", QueryParameters.names(Status.class));
        var partnership = asked.text("partnership");
        var place = asked.cursorPosition(cursors);
        var limit = asked.limit(50);
        asked.throwIfInvalid();
        var page =
                Page.of(
                        alerts(rules, statuses, partnership, place.orElse(null), limit + 1),
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
        var alert = find(id).orElseThrow(() -> new NotFoundException("There is no such alert"));
        var told = deliveries.of(List.of(alert.id())).getOrDefault(alert.id(), List.of());
        return ResponseEntity.ok().eTag("\"" + alert.version() + "\"").body(alert.with(told));
    }

    private Optional<Alert> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return database.sql(
                        """
                        select a.*, coalesce(p.name, a.partnership_name) as present_name
                        from   alert a
                               left join watched_partnership p using (partnership_id)
                        where  a.alert_id = cast(:alert as uuid)
                        """)
                .param("alert", id)
                .query(Alert::of)
                .optional();
    }

    private Page<Alert> withDeliveries(Page<Alert> page) {
        var told = deliveries.of(page.items().stream().map(Alert::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(alert -> alert.with(told.getOrDefault(alert.id(), List.of())))
                        .toList(),
                page.nextCursor());
    }

    private List<Alert> alerts(
            String @Nullable [] rules,
            String @Nullable [] statuses,
            @Nullable String partnership,
            @Nullable List<String> after,
            int limit) {
        return database.sql(
                        """
                        select   a.*, coalesce(p.name, a.partnership_name) as present_name
                        from     alert a
                                 left join watched_partnership p using (partnership_id)
                        where    (cast(:rules as text[])       is null or a.rule   = any(:rules))
                        and      (cast(:statuses as text[])    is null or a.status = any(:statuses))
                        and      (cast(:partnership as text)   is null
                                  or a.partnership_id = :partnership)
                        and      (cast(:raised as timestamptz) is null
                                  or (a.raised_at, a.alert_id)
                                     < (cast(:raised as timestamptz), cast(:alert as uuid)))
                        order by a.raised_at desc, a.alert_id desc
                        limit    :limit
                        """)
                .param("rules", rules)
                .param("statuses", statuses)
                .param("partnership", partnership)
                .param("raised", after == null ? null : after.get(0))
                .param("alert", after == null ? null : after.get(1))
                .param("limit", limit)
                .query(Alert::of)
                .list();
    }
}
