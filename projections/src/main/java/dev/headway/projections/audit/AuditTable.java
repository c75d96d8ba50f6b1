package dev.headway.projections.audit;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.ProgramEvent;
import dev.headway.contracts.Provenance;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.AppendOnlyTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind {@link WhoChangedWhat}. */
@Component
class AuditTable {

    private final JdbcClient database;
    private final AppendOnlyTable entries;

    AuditTable(JdbcTemplate database) {
        this.database = JdbcClient.create(database);
        this.entries =
                new AppendOnlyTable(
                        database,
                        "audit_entry",
                        "event_id",
                        "stream",
                        "partnership_id",
                        "kind",
                        "version",
                        "effective_at",
                        "recorded_at",
                        "actor",
                        "role",
                        "on_behalf_of",
                        "channel",
                        "reason",
                        "correlation_id",
                        "outcome",
                        "payload");
    }

    /**
     * What the entries are narrowed to; null, in any of them, is no narrowing.
     *
     * @param from the first instant that counts
     * @param to the first one that no longer does
     * @param time which of the two times they are about, {@code recorded} or {@code effective}
     */
    record Filters(
            @Nullable String partnership,
            @Nullable String actor,
            String @Nullable [] kinds,
            @Nullable Instant from,
            @Nullable Instant to,
            String time) {

        static Filters partnership(String id) {
            return new Filters(id, null, null, null, null, "recorded");
        }

        private String column() {
            return time.equals("effective") ? "effective_at" : "recorded_at";
        }
    }

    void store(List<RecordedEvent> events) {
        entries.append(events, AuditTable::row);
    }

    /** Entries after a position, oldest first. */
    List<AuditEntry> entries(Filters filters, long after, int limit) {
        return database.sql(
                        """
                        select   *
                        from     audit_entry
                        where    position > :after
                        and      (cast(:partnership as text) is null or partnership_id = :partnership)
                        and      (cast(:actor as text)       is null or actor          = :actor)
                        and      (cast(:kinds as text[])     is null or kind           = any(:kinds))
                        and      (cast(:from as timestamptz) is null or ${time} >= :from)
                        and      (cast(:to as timestamptz)   is null or ${time} <  :to)
                        order by position
                        limit    :limit
                        """
                                .replace("${time}", filters.column()))
                .param("after", after)
                .param("partnership", filters.partnership())
                .param("actor", filters.actor())
                .param("kinds", filters.kinds())
                .param("from", utc(filters.from()))
                .param("to", utc(filters.to()))
                .param("limit", limit)
                .query(AuditEntry::of)
                .list();
    }

    List<RecordedEvent> lifeOf(String partnershipId, long after) {
        return database.sql(
                        """
                        select   *
                        from     audit_entry
                        where    partnership_id = :partnership
                        and      position       > :after
                        order by position
                        """)
                .param("partnership", partnershipId)
                .param("after", after)
                .query(AuditTable::recorded)
                .list();
    }

    private static List<? extends @Nullable Object> row(RecordedEvent recorded) {
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
                provenance.role(),
                provenance.onBehalfOf(),
                provenance.channel(),
                provenance.reason(),
                provenance.correlationId(),
                event instanceof MoveRefused ? AuditEntry.REFUSED : AuditEntry.DONE,
                AuditedEventTypes.MAPPER.writeValueAsString(event));
    }

    /** What people answered to an alert belongs to the history of the partnership it is about. */
    private static @Nullable String partnershipOf(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case PartnershipEvent _ -> recorded.stream();
            case AlertEvent event -> event.partnershipId();
            case ProgramEvent _, ImportEvent _ -> null;
        };
    }

    private static RecordedEvent recorded(ResultSet row, int number) throws SQLException {
        return new RecordedEvent(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("stream"),
                row.getLong("version"),
                AuditedEventTypes.read(row.getString("kind"), row.getString("payload")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Provenance(
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("on_behalf_of"),
                        row.getString("channel"),
                        row.getString("reason"),
                        row.getString("correlation_id")));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
