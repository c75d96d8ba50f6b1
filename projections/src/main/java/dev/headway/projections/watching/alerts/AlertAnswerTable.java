package dev.headway.projections.watching.alerts;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.OwnerKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people answer to alerts, as table {@code alert} keeps it. */
@Component
public class AlertAnswerTable {

    private final JdbcClient database;

    public AlertAnswerTable(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what somebody answered; an answer that is older than the newest changes nothing. */
    void answer(
            RecordedEvent recorded,
            AlertEvent event,
            AlertStatus status,
            @Nullable String words,
            @Nullable Instant until) {
        database.sql(
                        """
                        update alert
                        set    version       = :version,
                               status        = case when resolved_at is null then :status
                                                    else status end,
                               owner         = coalesce(cast(:owner as text), owner),
                               owner_id      = case when cast(:owner as text) is null then owner_id
                                                    else :ownerid end,
                               owner_key     = coalesce(cast(:ownerkey as text), owner_key),
                               acknowledged  = acknowledged or cast(:owner as text) is not null,
                               answered_by   = :by,
                               answered_by_id = :byid,
                               answered_at   = :at,
                               answer        = :words,
                               snoozed_until = case when resolved_at is null
                                                    then cast(:until as timestamptz) end,
                               next_check_at = case when resolved_at is null
                                                    then cast(:until as timestamptz) end
                        where  alert_id = :alert
                        and    version  < :version
                        """)
                .param("version", recorded.version())
                .param("status", status.name())
                .param("owner", event instanceof AlertAcknowledged e ? shown(e) : null)
                .param("ownerkey", event instanceof AlertAcknowledged e ? key(e) : null)
                .param("ownerid", event instanceof AlertAcknowledged e ? e.ownerId() : null)
                .param("by", recorded.provenance().shownActor())
                .param("byid", recorded.provenance().actorId())
                .param("at", Timestamp.from(recorded.recordedAt()))
                .param("words", words)
                .param("until", until == null ? null : Timestamp.from(until))
                .param("alert", UUID.fromString(event.alertId()))
                .update();
    }

    /** Gives it to somebody else; what was answered before holds as it did. */
    void handOver(RecordedEvent recorded, AlertHandedOver event) {
        database.sql(
                        """
                        update alert
                        set    version   = :version,
                               owner     = :owner,
                               owner_id  = :ownerid,
                               owner_key = :ownerkey
                        where  alert_id = :alert
                        and    version  < :version
                        """)
                .param("version", recorded.version())
                .param("owner", event.owner())
                .param("ownerid", event.ownerId())
                .param("ownerkey", OwnerKey.of(event.owner(), event.ownerId()))
                .param("alert", UUID.fromString(event.alertId()))
                .update();
    }

    private static String key(AlertAcknowledged event) {
        return OwnerKey.of(event.owner(), event.ownerId());
    }

    private static String shown(AlertAcknowledged event) {
        return event.ownerName() == null ? event.owner() : event.ownerName();
    }
}
