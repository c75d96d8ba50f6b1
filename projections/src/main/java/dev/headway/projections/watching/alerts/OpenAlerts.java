package dev.headway.projections.watching.alerts;

import dev.headway.projections.chat.AlertDetails;
import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.tracking.DueWatches;
import dev.headway.projections.watching.tracking.RunningImports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open at present: asked by questions that count, and by chat before it tells. */
@Component
public class OpenAlerts implements AlertSource {

    private static final String IS_OPEN =
            "alert.resolved_at is null and alert.status <> 'DISMISSED' and not "
                    + Shadow.of("alert");

    private final JdbcClient database;
    private final RunningImports imports;
    private final DueWatches due;

    public OpenAlerts(JdbcClient database, RunningImports imports, DueWatches due) {
        this.database = database;
        this.imports = imports;
        this.due = due;
    }

    /**
     * The condition that an alert waits to be acted on, on table {@code alert}, for statements of
     * those who list partnerships; under any of some rules.
     *
     * @param rules an expression for their ids
     */
    public static String isOpenUnder(String rules) {
        return "alert.rule = any(" + rules + ") and " + IS_OPEN;
    }

    /**
     * What waits to be acted on.
     *
     * @param alerts how many
     * @param rules of which rules, each once, in order
     */
    public record Open(int alerts, List<String> rules) {

        public static final Open NONE = new Open(0, List.of());
    }

    /** What waits to be acted on, by partnership; those without any alerts are left out. */
    public Map<String, Open> of(Collection<String> partnerships) {
        var counts = new HashMap<String, Open>();
        database.sql(
                        """
                        select   partnership_id,
                                 count(*)                               as alerts,
                                 array_agg(distinct rule order by rule) as rules
                        from     alert
                        where    partnership_id = any(:partnerships)
                        and      %s
                        group by partnership_id
                        """
                                .formatted(IS_OPEN))
                .param("partnerships", partnerships.toArray(String[]::new))
                .query(
                        row -> {
                            var rules = (String[]) row.getArray("rules").getArray();
                            counts.put(
                                    row.getString("partnership_id"),
                                    new Open(row.getInt("alerts"), List.of(rules)));
                        });
        return counts;
    }

    @Override
    public List<AlertDetails> stillOpen(Collection<UUID> alerts) {
        return database.sql(
                        """
                        select a.alert_id, a.partnership_id,
                               coalesce(p.name, a.partnership_name) as partnership_name,
                               a.rule, a.about, a.severity, a.anchor_event_id,
                               a.anchor_type as anchor_event, a.anchor_at, a.due_at, a.raised_at,
                               a.owner_key is not null as is_owned, a.owner_id,
                               p.anchors -> 'motion' ->> 'type' as last_motion_event,
                               (p.anchors -> 'motion' ->> 'at')::timestamptz as last_motion_at
                        from   alert a
                               left join watched_partnership p using (partnership_id)
                        where  a.alert_id = any(:alerts)
                        and    a.status   = 'OPEN'
                        and    not {is shadow}
                        order by a.severity, a.rule, a.due_at, a.alert_id
                        """
                                .replace("{is shadow}", Shadow.of("a")))
                .param("alerts", alerts.toArray(UUID[]::new))
                .query(OpenAlerts::details)
                .list();
    }

    private static AlertDetails details(ResultSet row, int number) throws SQLException {
        var motionAt = row.getTimestamp("last_motion_at");
        var complaint = Rules.phraseOf(row.getString("rule"));
        return new AlertDetails(
                row.getObject("alert_id", UUID.class),
                row.getString("partnership_id"),
                row.getString("partnership_name"),
                row.getString("rule"),
                complaint.ofOne(),
                complaint.ofMany(),
                row.getString("about"),
                row.getString("severity"),
                row.getString("anchor_event_id"),
                row.getString("anchor_event"),
                row.getTimestamp("anchor_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("raised_at").toInstant(),
                row.getBoolean("is_owned"),
                row.getString("owner_id"),
                row.getString("last_motion_event"),
                motionAt == null ? null : motionAt.toInstant());
    }

    @Override
    public Optional<String> traceparent(Collection<UUID> alerts) {
        return database.sql(
                        """
                        select   cast(event.metadata as jsonb) ->> 'traceparent'
                        from     alert
                                 join event
                                 on event.position = alert.anchor_position
                        where    alert.alert_id = any(:alerts)
                        and      event.metadata like '%"traceparent":%'
                        order by alert.alert_id
                        limit    1
                        """)
                .param("alerts", alerts.toArray(UUID[]::new))
                .query(String.class)
                .optional();
    }

    @Override
    public boolean isMutedAt(Instant now) {
        return imports.isQuietAt(now) || due.isBurst(now);
    }
}
