package dev.headway.projections.watching.alerts;

import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owns which alerts that are not over; asked by what is handed over. */
@Component
public class OwnedAlerts {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WatchedPartnerships.NAME;

    private final JdbcClient database;

    OwnedAlerts(JdbcClient database) {
        this.database = database;
    }

    /** An alert that is not over, when it was raised, and what its partnership is called now. */
    public record OwnedAlert(
            UUID alertId,
            String partnershipId,
            String partnershipName,
            String rule,
            Instant raisedAt) {}

    /** The condition that somebody owns such an alert, from an expression for their key. */
    public static String ownedBy(String key) {
        return """
               exists (select
                       from   alert
                       where  resolved_at is null
                       and    status      <> 'DISMISSED'
                       and    owner_key   = %s)"""
                .formatted(key);
    }

    /**
     * The alerts that somebody owns, resolved and dismissed ones aside; the oldest first.
     *
     * @param owner as {@link dev.headway.projections.tables.OwnerKey} has it
     * @param after the last one before, or null
     */
    public List<OwnedAlert> of(String owner, @Nullable OwnedAlert after, int limit) {
        return database.sql(
                        """
                        select   a.alert_id, a.partnership_id,
                                 coalesce(p.name, a.partnership_name) as partnership_name, a.rule,
                                 a.raised_at
                        from     alert a
                                 left join watched_partnership p using (partnership_id)
                        where    a.owner_key   = :owner
                        and      a.resolved_at is null
                        and      a.status      <> 'DISMISSED'
                        and      (cast(:raised as timestamptz) is null
                                  or (a.raised_at, a.alert_id) > (:raised, cast(:alert as uuid)))
                        order by a.raised_at, a.alert_id
                        limit    :limit
                        """)
                .param("owner", owner)
                .param("raised", after == null ? null : Timestamp.from(after.raisedAt()))
                .param("alert", after == null ? null : after.alertId().toString())
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(OwnedAlert.class))
                .list();
    }
}
