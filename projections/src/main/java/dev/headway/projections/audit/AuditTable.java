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
                        "payload");
    }

    void store(List<RecordedEvent> events) {
        entries.append(events, AuditRow::of);
    }

    /** Entries after a position, oldest first. */
    List<AuditEntry> entries(AuditFilters filters, long after, int limit) {
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
