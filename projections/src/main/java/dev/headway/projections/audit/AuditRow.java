package dev.headway.projections.audit;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.ErasureEvent;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CorrectionEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.ProgramEvent;
import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.Provenance;
import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.WebhookEvent;
import dev.headway.projections.log.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an event is written as a row of table {@code audit_entry}, and read back. */
final class AuditRow {

    private AuditRow() {}

    /** The values of its columns, in their order. */
    static List<? extends @Nullable Object> of(RecordedEvent recorded) {
        var event = recorded.event();
        var provenance = recorded.provenance();
        return Arrays.asList(
                recorded.eventId(),
                recorded.stream(),
                partnershipOf(recorded),
                AuditedEventTypes.nameOf(event),
                recorded.version(),
                event.effectiveAt(),
                recorded.recordedAt(),
                provenance.actor(),
                provenance.actorId(),
                provenance.actorName(),
                provenance.role(),
                provenance.through(),
                provenance.channel(),
                provenance.reason(),
                provenance.correlationId(),
                provenance.requestId(),
                event instanceof MoveRefused ? AuditEntry.REFUSED : AuditEntry.DONE,
                AuditedEventTypes.MAPPER.writeValueAsString(event),
                event instanceof CorrectionEvent correction ? correction.eventId() : null,
                provenance.corrects());
    }

    /** What people answered to an alert belongs to the history of the partnership it is about. */
    private static @Nullable String partnershipOf(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case PartnershipEvent _ -> recorded.stream();
            case AlertEvent event -> event.partnershipId();
            case ProgramEvent _, ImportEvent _, PersonEvent _, PartnerEvent _ -> null;
            case ErasureEvent _, SealingEvent _, AuditEvent _, ProjectionEvent _, WebhookEvent _ ->
                    null;
        };
    }

    /** What {@link Stored} is read from, in its order. */
    static final String COLUMNS =
            """
            position, event_id, stream, version, kind, payload, recorded_at,
            actor, actor_id, actor_name, role, through, channel, reason, correlation_id,
            request_id, corrects
            """;

    /** A row as it is stored: what its event says takes longer to read than the row. */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    record Stored(
            long position,
            String eventId,
            String stream,
            long version,
            String kind,
            byte[] payload,
            Instant recordedAt,
            Provenance provenance) {

        static Stored of(ResultSet row, int number) throws SQLException {
            return new Stored(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getBytes(6),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    new Provenance(
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11),
                            row.getString(12),
                            row.getString(13),
                            row.getString(14),
                            row.getString(15),
                            row.getString(16),
                            row.getString(17),
                            null));
        }

        /** The event that the row was made of. */
        RecordedEvent event() {
            return new RecordedEvent(
                    position,
                    eventId,
                    stream,
                    version,
                    AuditedEventTypes.read(kind, payload),
                    recordedAt,
                    provenance);
        }
    }
}
