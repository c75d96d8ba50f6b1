package dev.headway.projections.watching.alerts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What whoever decides on an answer needs to know of an alert: is it there, and is it over? */
@Component
public class AlertLookup {

    private final JdbcClient database;

    AlertLookup(JdbcClient database) {
        this.database = database;
    }

    /**
     * An alert as the watch has it.
     *
     * @param status as in {@code GET /alerts}
     * @param version how many answers the watch has heard of
     */
    public record Noticed(
            UUID alertId, String partnershipId, String rule, String status, long version) {}

    /** Empty when there is no such alert. */
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
