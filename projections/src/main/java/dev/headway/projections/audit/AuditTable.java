package dev.headway.projections.audit;

import dev.headway.projections.audit.AuditEntry.DateCorrection;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.tables.AppendOnlyTable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind {@link WhoChangedWhat}. */
@Component
class AuditTable {

    /**
     * How far, at most, what was recorded earlier may stand behind what was recorded later, and
     * what has happened after it was recorded: clocks of nodes and of callers differ by seconds.
     */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Events whose reading is worth sharing out. */
    private static final int LONG = 1_000;

    private final JdbcClient database;
    private final AppendOnlyTable entries;
    private final Replacements replacements;
    private final AuditedSubjects subjects;
    private final UsedWaivers waivers;
    private final LifeDigests digests;

    AuditTable(JdbcTemplate database) {
        this.database = JdbcClient.create(database);
        this.replacements = new Replacements(this.database);
        this.subjects = new AuditedSubjects(this.database);
        this.waivers = new UsedWaivers(this.database);
        this.digests = new LifeDigests(this.database);
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
                        "actor_id",
                        "actor_name",
                        "role",
                        "through",
                        "channel",
                        "reason",
                        "correlation_id",
                        "request_id",
                        "outcome",
                        "payload",
                        "corrected_event",
                        "corrects");
    }

    void store(List<RecordedEvent> events) {
        entries.append(events, AuditRow::of);
    }

    /** Entries after a place, none for the first, in an order. */
    List<AuditEntry> entries(
            AuditFilters filters, HistoryOrder order, List<String> place, int limit) {
        var conditions = filters.conditions().and(notBefore(filters), "first", first(filters));
        return completed(read(order.after(place, conditions), order, null, limit));
    }

    /**
     * The first entries that some conditions hold for, with the dates of moves as corrected before
     * an instant; null for all that is known.
     */
    List<AuditEntry> standing(
            Conditions conditions, HistoryOrder order, @Nullable OffsetDateTime known, int limit) {
        return completed(read(conditions, order, known, limit));
    }

    private List<AuditEntry> completed(List<AuditEntry> page) {
        replacements.addTo(page);
        waivers.addTo(page);
        return page;
    }

    /** Says of each of these entries what it is about. */
    void nameSubjects(List<AuditEntry> page) {
        subjects.addTo(page);
    }

    /** The same, by the name that it has today. */
    void nameSubjectsOfToday(List<AuditEntry> page) {
        subjects.addOfToday(page);
    }

    /** Whether anything is known of a partnership. */
    boolean isKnown(String partnershipId) {
        return database.sql(
                        """
                        select exists (select 1
                                       from   audit_entry
                                       where  partnership_id = :partnership)
                        """)
                .param("partnership", partnershipId)
                .query(Boolean.class)
                .single();
    }

    private List<AuditEntry> read(
            Conditions conditions, HistoryOrder order, @Nullable OffsetDateTime known, int limit) {
        return database.sql(
                        """
                        select   entry.*,
                                 withdrawal.recorded_at as withdrawn_at,
                                 withdrawal.actor       as withdrawn_by,
                                 withdrawal.actor_id    as withdrawn_by_id,
                                 withdrawal.actor_name  as withdrawn_by_name,
                                 withdrawal.reason      as withdrawn_reason,
                                 redated.*,
                                 case when withdrawal.position is not null or entry.kind = 'FactWithdrawn'
                                      then (select   case when next.corrects = coalesce(withdrawal.corrected_event,
                                                                                        entry.corrected_event)
                                                          then next.event_id
                                                     end
                                            from     audit_entry next
                                            where    next.partnership_id = entry.partnership_id
                                            and      next.position       > coalesce(withdrawal.position,
                                                                                    entry.position)
                                            order by next.position
                                            limit    1)
                                 end                    as corrected_by,
                                 coalesce((select   policy.version
                                           from     audit_entry policy
                                           where    policy.kind      = 'ProgramChanged'
                                           and      policy.position <= entry.position
                                           order by policy.position desc
                                           limit    1), 0) as policy_version
                        from     audit_entry entry
                                 left join audit_entry withdrawal
                                 on  withdrawal.corrected_event = entry.event_id
                                 and withdrawal.kind            = 'FactWithdrawn'
                                 ${redated}
                        where    ${conditions}
                        order by ${order}
                        limit    :limit
                        """
                                .replace("${redated}", DateCorrection.JOIN)
                                .replace("${conditions}", conditions.sql())
                                .replace("${order}", order.sql()))
                .params(conditions.parameters())
                .param("known", DateCorrection.known(known))
                .param("limit", limit)
                .query(AuditEntry::of)
                .list();
    }

    /** What was dated anew may have happened long after it was recorded. */
    private static String notBefore(AuditFilters filters) {
        var later = "entry.position >= :first";
        return filters.isEffective()
                ? "(%s or %s)".formatted(later, DateCorrection.IS_REDATED)
                : later;
    }

    private @Nullable Long first(AuditFilters filters) {
        var from = filters.from();
        return from == null ? null : firstSince(from).orElse(Long.MAX_VALUE);
    }

    /**
     * The first position that may hold what happened, or was recorded, at an instant or later;
     * empty when there is none. Nothing is recorded before it happens, so this is good for both
     * times, and everything before it is passed over unseen.
     */
    private Optional<Long> firstSince(Instant at) {
        return database.sql(
                        """
                        select   position
                        from     audit_entry
                        where    recorded_at >= :at
                        order by recorded_at, position
                        limit    1
                        """)
                .param("at", at.minus(CLOCKS_DIFFER).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    Optional<Long> positionOf(String eventId) {
        return database.sql("select position from audit_entry where event_id = :event limit 1")
                .param("event", eventId)
                .query(Long.class)
                .optional();
    }

    LifeDigest digestOf(String partnershipId) {
        return digests.of(partnershipId);
    }

    /** Events of some kinds that happened after an instant, and all corrections. */
    List<RecordedEvent> toldSince(String partnershipId, Instant since, Collection<String> kinds) {
        return database
                .sql(
                        """
                        select   ${columns}
                        from     audit_entry
                        where    partnership_id = :partnership
                        and      (effective_at > :since and kind = any(:kinds)
                                  or corrected_event is not null)
                        order by position
                        """
                                .replace("${columns}", AuditRow.COLUMNS))
                .param("partnership", partnershipId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("kinds", kinds.toArray(String[]::new))
                .query(AuditRow.Stored::of)
                .list()
                .stream()
                .map(AuditRow.Stored::event)
                .toList();
    }

    /** Read at once; what a long life says is then worked out by all cores. */
    List<RecordedEvent> historyOf(String partnershipId, long after) {
        var rows =
                database.sql(
                                """
                                select   ${columns}
                                from     audit_entry
                                where    partnership_id = :partnership
                                and      position       > :after
                                order by position
                                """
                                        .replace("${columns}", AuditRow.COLUMNS))
                        .param("partnership", partnershipId)
                        .param("after", after)
                        .query(AuditRow.Stored::of)
                        .list();
        var events = rows.size() < LONG ? rows.stream() : rows.parallelStream();
        return events.map(AuditRow.Stored::event).toList();
    }
}
