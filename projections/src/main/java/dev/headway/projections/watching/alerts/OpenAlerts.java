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
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open at present: asked by questions that count, and by chat before it tells. */
@Component
public class OpenAlerts implements AlertSource {

    private final JdbcClient database;
    private final RunningImports imports;
    private final DueWatches due;

    public OpenAlerts(JdbcClient database, RunningImports imports, DueWatches due) {
        this.database = database;
        this.imports = imports;
        this.due = due;
    }

    /** How many alerts wait to be acted on, by partnership; those without any are left out. */
    public Map<String, Integer> countOf(Collection<String> partnerships) {
        var counts = new HashMap<String, Integer>();
        database.sql(
                        """
                        select   partnership_id, count(*) as alerts
                        from     alert
                        where    partnership_id = any(:partnerships)
                        and      resolved_at is null
                        and      status <> 'DISMISSED'
                        and      not {is shadow}
                        group by partnership_id
                        """
                                .replace("{is shadow}", Shadow.of("alert")))
                .param("partnerships", partnerships.toArray(String[]::new))
                .query(
                        row -> {
                            counts.put(row.getString("partnership_id"), row.getInt("alerts"));
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
    public boolean isMutedAt(Instant now) {
        return imports.isQuietAt(now) || due.isBurst(now);
    }
}
