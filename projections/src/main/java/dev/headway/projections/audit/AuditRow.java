package dev.headway.projections.audit;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CorrectionEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.ProgramEvent;
import dev.headway.contracts.Provenance;
import dev.headway.projections.log.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            case ProgramEvent _, ImportEvent _, PersonEvent _ -> null;
        };
    }

    /** The event that a row was made of. */
    static RecordedEvent event(ResultSet row, int number) throws SQLException {
        return new RecordedEvent(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("stream"),
                row.getLong("version"),
                AuditedEventTypes.read(row.getString("kind"), row.getString("payload")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Provenance(
                        row.getString("actor"),
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        row.getString("role"),
                        row.getString("through"),
                        row.getString("channel"),
                        row.getString("reason"),
                        row.getString("correlation_id"),
                        row.getString("corrects")));
    }
}
