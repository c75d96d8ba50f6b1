package dev.headway.projections.audit;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.AppendOnlyTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
                        "payload",
                        "corrected_event",
                        "corrects");
    }

    void store(List<RecordedEvent> events) {
        entries.append(events, AuditRow::of);
    }

    /** Entries after a position, oldest first. */
    List<AuditEntry> entries(AuditFilters filters, long after, int limit) {
        return database.sql(
                        """
                        select   entry.*,
                                 withdrawal.recorded_at as withdrawn_at,
                                 withdrawal.actor       as withdrawn_by,
                                 withdrawal.reason      as withdrawn_reason
                        from     audit_entry entry
                                 left join audit_entry withdrawal
                                 on  withdrawal.corrected_event = entry.event_id
                                 and withdrawal.kind            = 'FactWithdrawn'
                        where    entry.position > :after
                        and      (cast(:partnership as text) is null or entry.partnership_id = :partnership)
                        and      (cast(:actor as text)       is null or entry.actor          = :actor)
                        and      (cast(:kinds as text[])     is null or entry.kind           = any(:kinds))
                        and      (cast(:from as timestamptz) is null or entry.${time} >= :from)
                        and      (cast(:to as timestamptz)   is null or entry.${time} <  :to)
                        order by entry.position
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

    List<RecordedEvent> historyOf(String partnershipId, long after) {
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
                .query(AuditRow::event)
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
