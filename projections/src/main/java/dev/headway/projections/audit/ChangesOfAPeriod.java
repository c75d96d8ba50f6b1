package dev.headway.projections.audit;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.Channel;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.ProgramEvent;
import dev.headway.projections.audit.AuditEntry.DateCorrection;
import dev.headway.projections.audit.HistoryOrder.By;
import dev.headway.projections.calendar.Period;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.querying.Conditions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changed within a period, in either time: how much of each kind, and the first of it. */
@Component
public class ChangesOfAPeriod {

    /** What a board asks about. */
    public enum Kind {
        MOVE(AuditedEventTypes.moves()),
        REFUSAL(AuditedEventTypes.namesOf(MoveRefused.class)),
        WAIVER(AuditedEventTypes.namesOf(WaiverEvent.class)),
        PROGRAM_CHANGE(AuditedEventTypes.namesOf(ProgramEvent.class));

        private final String[] events;

        Kind(List<String> events) {
            this.events = events.toArray(String[]::new);
        }
    }

    private static final String ACKNOWLEDGED = AlertAcknowledged.class.getSimpleName();

    private static final String REGISTERED = PartnershipRegistered.class.getSimpleName();

    private static final String RECORDED = "recorded";

    private static final String RECORDED_THEN =
            "entry.recorded_at >= :from and entry.recorded_at < :to";

    /** What was dated so, or may have been corrected to be; and is. */
    private static final String HAPPENED_THEN =
            """
            (entry.effective_at >= :earliest and entry.effective_at < :latest or ${redated})
            and case when ${happened} = date_trunc('day', ${happened}, 'UTC')
                     then ${happened} >= :from_day and ${happened} < :to_day
                     else ${happened} >= :from     and ${happened} < :to
                end
            """
                    .replace("${redated}", DateCorrection.IS_REDATED)
                    .replace("${happened}", DateCorrection.HAPPENED);

    private final JdbcClient database;
    private final AuditTable entries;

    ChangesOfAPeriod(JdbcTemplate database, AuditTable entries) {
        this.database = JdbcClient.create(database);
        this.entries = entries;
    }

    /**
     * Changes of a kind.
     *
     * @param count how many there were
     * @param imported how many of them came in with a file
     * @param items the first of them, in the order of the time that counts
     */
    public record Changes(long count, long imported, List<AuditEntry> items) {}

    /** Who acknowledged an alert first, and when. */
    public record Acknowledgement(String by, Instant at) {}

    /**
     * What holds of them: without what was withdrawn and without partnerships that were voided, and
     * with moves on the dates to which they were corrected. By when it was recorded, corrections
     * count that were recorded before the period was over; by when it happened, all of them do.
     * What changes are about has the name of today.
     *
     * @param time which of the two they are about, {@code recorded} or {@code effective}
     * @param most of how many it is told what they were
     */
    public Changes of(Kind kind, Period period, String time, int most) {
        var known = knownBy(period.to(), time);
        var conditions =
                standing(known)
                        .and("entry.kind = any(:kinds)", "kinds", kind.events)
                        .and(time.equals(RECORDED) ? RECORDED_THEN : HAPPENED_THEN)
                        .with("from", period.from().atOffset(ZoneOffset.UTC))
                        .with("to", period.to().atOffset(ZoneOffset.UTC))
                        .with("from_day", period.fromDay().atOffset(ZoneOffset.UTC))
                        .with("to_day", period.toDay().atOffset(ZoneOffset.UTC))
                        .with("earliest", period.earliest().atOffset(ZoneOffset.UTC))
                        .with("latest", period.latest().atOffset(ZoneOffset.UTC));
        var order = new HistoryOrder(By.of(time), false);
        var items = entries.standing(conditions, order, known, most);
        entries.nameSubjectsOfToday(items);
        return counted(conditions, known, items);
    }

    private static @Nullable OffsetDateTime knownBy(Instant to, String time) {
        return time.equals(RECORDED) ? to.atOffset(ZoneOffset.UTC) : null;
    }

    /** A waiver that was never asked for was never decided either. */
    private static Conditions standing(@Nullable OffsetDateTime known) {
        return new Conditions()
                .with("known", DateCorrection.known(known))
                .and(
                        """
                        not exists (select
                                    from   audit_entry withdrawn
                                    where  withdrawn.corrected_event = entry.event_id
                                    and    withdrawn.kind            = 'FactWithdrawn'
                                    and    withdrawn.recorded_at     < :known)
                        """)
                .and(
                        """
                        (entry.payload ->> 'waiverId' is null
                         or not exists (select
                                        from   audit_entry asked
                                               join audit_entry withdrawn
                                               on  withdrawn.corrected_event = asked.event_id
                                               and withdrawn.kind            = 'FactWithdrawn'
                                               and withdrawn.recorded_at     < :known
                                        where  asked.partnership_id           = entry.partnership_id
                                        and    asked.kind                     = 'WaiverRequested'
                                        and    asked.payload ->> 'waiverId'   = entry.payload ->> 'waiverId'
                                        and    not exists (select
                                                           from   audit_entry anew
                                                           where  anew.partnership_id = asked.partnership_id
                                                           and    anew.corrects       = asked.event_id)))
                        """)
                .and(
                        """
                        (entry.partnership_id is null
                         or entry.partnership_id not in
                            (select partnership_id
                             from   (select   distinct on (partnership_id) partnership_id, kind
                                     from     audit_entry
                                     where    kind        in ('PartnershipVoided', 'PartnershipUnvoided')
                                     and      recorded_at < :known
                                     order by partnership_id, position desc) last
                             where  kind = 'PartnershipVoided'))
                        """);
    }

    private Changes counted(
            Conditions conditions, @Nullable OffsetDateTime known, List<AuditEntry> items) {
        return database.sql(
                        """
                        select count(*)                                            as all_of_them,
                               count(*) filter (where entry.channel = :imported)   as imported
                        from   audit_entry entry
                               ${redated}
                        where  ${conditions}
                        """
                                .replace("${redated}", DateCorrection.JOIN)
                                .replace("${conditions}", conditions.sql()))
                .params(conditions.parameters())
                .param("known", DateCorrection.known(known))
                .param("imported", Channel.IMPORT.name())
                .query(
                        (row, _) ->
                                new Changes(
                                        row.getLong("all_of_them"), row.getLong("imported"), items))
                .single();
    }

    /**
     * Partnerships of which what was told of a period may no longer be so: something was corrected,
     * or recorded since it began though it had happened before. A life that came in with a file was
     * recorded late as a whole, and is told as it came.
     *
     * @param told those of which anything was told that a late record may change
     */
    public Set<String> retold(Instant from, Instant to, String time, Collection<String> told) {
        return Set.copyOf(
                database.sql(
                                """
                                select partnership_id
                                from   audit_entry
                                where  corrected_event is not null
                                and    partnership_id  is not null
                                and    recorded_at < :known
                                union
                                select late.partnership_id
                                from   audit_entry late
                                       join audit_entry registered
                                       on  registered.partnership_id = late.partnership_id
                                       and registered.kind           = :registered
                                where  late.partnership_id = any(:told)
                                and    late.recorded_at   >= :from
                                and    late.recorded_at   <  :known
                                and    late.effective_at  <  :to
                                and    late.recorded_at   >  late.effective_at + interval '1 minute'
                                and    (late.channel <> :imported
                                        or late.correlation_id <> registered.correlation_id)
                                """)
                        .param("told", told.toArray(String[]::new))
                        .param("imported", Channel.IMPORT.name())
                        .param("registered", REGISTERED)
                        .param("from", from.atOffset(ZoneOffset.UTC))
                        .param("to", to.atOffset(ZoneOffset.UTC))
                        .param("known", DateCorrection.known(knownBy(to, time)))
                        .query(String.class)
                        .list());
    }

    /** What counts of the events of a partnership, by what is known of a period. */
    public List<RecordedEvent> counting(String partnershipId, Instant to, String time) {
        var known = DateCorrection.known(knownBy(to, time));
        return Restatement.counting(
                entries.historyOf(partnershipId, 0).stream()
                        .filter(each -> each.event() instanceof PartnershipEvent)
                        .filter(each -> each.recordedAt().atOffset(ZoneOffset.UTC).isBefore(known))
                        .toList());
    }

    /** By alert; those that nobody acknowledged are left out. */
    public Map<String, Acknowledgement> acknowledgements(Collection<String> alerts) {
        var first = new HashMap<String, Acknowledgement>();
        database.sql(
                        """
                        select   distinct on (payload ->> 'alertId')
                                 payload ->> 'alertId'      as alert,
                                 coalesce(actor_name, actor) as by,
                                 recorded_at
                        from     audit_entry
                        where    kind                  = :kind
                        and      payload ->> 'alertId' = any(:alerts)
                        order by payload ->> 'alertId', position
                        """)
                .param("kind", ACKNOWLEDGED)
                .param("alerts", alerts.toArray(String[]::new))
                .query(
                        row -> {
                            first.put(
                                    row.getString("alert"),
                                    new Acknowledgement(
                                            row.getString("by"),
                                            row.getObject("recorded_at", OffsetDateTime.class)
                                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                                    .toInstant()));
                        });
        return first;
    }

    /** What these events are called, by their ids. */
    public Map<String, String> kindsOf(Collection<String> eventIds) {
        var kinds = new HashMap<String, String>();
        database.sql("select event_id, kind from audit_entry where event_id = any(:events)")
                .param("events", eventIds.toArray(String[]::new))
                .query(
                        row -> {
                            kinds.put(row.getString("event_id"), row.getString("kind"));
                        });
        return kinds;
    }
}
