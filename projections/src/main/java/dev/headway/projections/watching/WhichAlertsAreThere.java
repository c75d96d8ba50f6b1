package dev.headway.projections.watching;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.DefaultThresholds;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.projections.asking.Asked;
import dev.headway.projections.asking.Cursors;
import dev.headway.projections.asking.MayRead;
import dev.headway.projections.asking.Page;
import dev.headway.projections.asking.ReadsFrom;
import dev.headway.projections.chat.DeliveriesOfAlerts;
import dev.headway.projections.chat.DeliveriesOfAlerts.Delivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which alerts are there, and what became of them? The newest first, the resolved included. */
@RestController
class WhichAlertsAreThere {

    private static final List<String> RULES =
            DefaultThresholds.ALL.stream().map(Threshold::rule).toList();

    private final JdbcClient database;
    private final DeliveriesOfAlerts deliveries;
    private final Cursors cursors;

    WhichAlertsAreThere(JdbcClient database, DeliveriesOfAlerts deliveries, Cursors cursors) {
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

    /** The event that a clock is counted from; {@code event} is its type, as in the history. */
    record Anchor(String event, String eventId, Instant at) {}

    /**
     * One episode.
     *
     * @param resolvedBy id of the event that moved the clock, or {@code POLICY}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Alert(
            UUID id,
            String partnershipId,
            String partnershipName,
            String rule,
            String severity,
            Anchor anchor,
            Instant dueAt,
            Instant raisedAt,
            String status,
            @Nullable String owner,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,
            List<Delivery> deliveries) {

        Alert with(List<Delivery> told) {
            return new Alert(
                    id,
                    partnershipId,
                    partnershipName,
                    rule,
                    severity,
                    anchor,
                    dueAt,
                    raisedAt,
                    status,
                    owner,
                    resolvedAt,
                    resolvedBy,
                    told);
        }
    }

    @MayRead
    @ReadsFrom(Sweep.ALERTS)
    @GetMapping("/api/v1/alerts")
    Page<Alert> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked("alerts", parameters);
        var rules = asked.anyOf("rule", RULES);
        var statuses = asked.anyOf("status", Asked.names(Status.class));
        var partnership = asked.text("partnership");
        var place = asked.place(cursors);
        var limit = asked.limit(50);
        asked.refuseIfMistaken();
        var page =
                Page.of(
                        alerts(rules, statuses, partnership, place.orElse(null), limit + 1),
                        limit,
                        last ->
                                asked.cursor(
                                        cursors, last.raisedAt().toString(), last.id().toString()));
        return withDeliveries(page);
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
                .query(WhichAlertsAreThere::alert)
                .list();
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        var resolvedAt = row.getTimestamp("resolved_at");
        return new Alert(
                row.getObject("alert_id", UUID.class),
                row.getString("partnership_id"),
                row.getString("present_name"),
                row.getString("rule"),
                row.getString("severity"),
                new Anchor(
                        row.getString("anchor_type"),
                        row.getString("anchor_event_id"),
                        row.getTimestamp("anchor_at").toInstant()),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("status"),
                row.getString("owner"),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                row.getString("resolved_by"),
                List.of());
    }
}
