package dev.headway.projections.watching.alerts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alerts as the watch of this process has them. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", matchIfMissing = true)
class NoticedAlerts implements AlertLookup {

    private final JdbcClient database;

    NoticedAlerts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Noticed> find(UUID alert) {
        return database.sql(
                        """
                        select alert_id, partnership_id, rule, status, version
                        from   alert
                        where  alert_id = :alert
                        """)
                .param("alert", alert)
                .query(
                        (row, _) ->
                                new Noticed(
                                        row.getObject("alert_id", UUID.class),
                                        row.getString("partnership_id"),
                                        row.getString("rule"),
                                        row.getString("status"),
                                        row.getLong("version")))
                .optional();
    }
}
