package dev.headway.projections.watching.alerts;

import dev.headway.projections.watching.tracking.DueWatches;
import dev.headway.projections.watching.tracking.RunningImports;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts as the watch leaves them, for tests of those who ask about them. */
public final class AlertsForTests {

    /**
     * The relationship of {@code p1} is held by the person {@code p-7}, that of {@code p2} by
     * nobody.
     */
    public static final HeldRelationships HELD =
            condition ->
                    """
                    select partnership_id
                    from   (values ('p1', '#p-7'), ('p2', null)) as held (partnership_id, owner)
                    where  owner %s
                    """
                            .formatted(condition);

    private AlertsForTests() {}

    public static OpenAlerts open(JdbcClient database) {
        return new OpenAlerts(database, new RunningImports(database), new DueWatches(database));
    }

    /** Puts an alert there that has come to {@code status}. */
    public static void raise(JdbcClient database, String partnershipId, String status) {
        database.sql(
                        """
                        insert into alert
                               (alert_id, partnership_id, partnership_name, rule, subject, severity,
                                anchor_event_id, anchor_type, anchor_at, due_at, raised_at,
                                status, resolved_at)
                        values (gen_random_uuid(), :partnership, 'Acme', 'ghost-town', :status,
                                'WARNING', gen_random_uuid()::text, 'PilotStarted', now(), now(),
                                now(), :status, case :status when 'RESOLVED' then now() end)
                        """)
                .param("partnership", partnershipId)
                .param("status", status)
                .update();
    }

    /** Puts an open alert there, about a partnership that has no other. */
    public static void raise(JdbcClient database, UUID alertId, String partnershipId) {
        database.sql(
                        """
                        insert into alert
                               (alert_id, partnership_id, partnership_name, rule, subject, severity,
                                anchor_event_id, anchor_type, anchor_at, due_at, raised_at, status)
                        values (:alert, :partnership, :partnership, 'ghost-town', '', 'CRITICAL',
                                gen_random_uuid()::text, 'PilotStarted', now(), now(), now(), 'OPEN')
                        """)
                .param("alert", alertId)
                .param("partnership", partnershipId)
                .update();
    }
}
