package dev.headway.projections.audit;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.Channel;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.ProgramEvent;
import dev.headway.projections.audit.HistoryOrder.By;
import dev.headway.projections.querying.Conditions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * @param from the first instant that counts
     * @param to the first one that no longer does
     * @param time which of the two they are about, {@code recorded} or {@code effective}
     * @param most of how many it is told what they were
     */
    public Changes of(Kind kind, Instant from, Instant to, String time, int most) {
        var filters = new AuditFilters(null, null, kind.events, null, from, to, time, null);
        var items = entries.entries(filters, new HistoryOrder(By.of(time), false), List.of(), most);
        entries.nameSubjects(items);
        return counted(filters.conditions(), items);
    }

    private Changes counted(Conditions conditions, List<AuditEntry> items) {
        return database.sql(
                        """
                        select count(*)                                            as all_of_them,
                               count(*) filter (where entry.channel = :imported)   as imported
                        from   audit_entry entry
                        where  ${conditions}
                        """
                                .replace("${conditions}", conditions.sql()))
                .params(conditions.parameters())
                .param("imported", Channel.IMPORT.name())
                .query(
                        (row, _) ->
                                new Changes(
                                        row.getLong("all_of_them"), row.getLong("imported"), items))
                .single();
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
