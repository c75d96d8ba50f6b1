package dev.headway.projections.watching.tracking;

import dev.headway.projections.tables.ArrayBulkWrites;
import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.DueDates;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code watched_partnership}: a batch is read and written in few statements. */
@Component
public class WatchedPartnershipTable {

    private final JdbcClient database;
    private final WatchTable watches;
    private final CriteriaEvaluator criteria;
    private final MoversInHistory moversInHistory;

    public WatchedPartnershipTable(
            JdbcClient database,
            WatchTable watches,
            CriteriaEvaluator criteria,
            MoversInHistory moversInHistory) {
        this.database = database;
        this.watches = watches;
        this.criteria = criteria;
        this.moversInHistory = moversInHistory;
    }

    /** As they stand; those not seen before with {@link WatchedFacts#NONE}. */
    Map<String, TrackedPartnership> read(List<String> partnerships) {
        var tracked = new LinkedHashMap<String, TrackedPartnership>();
        partnerships.forEach(id -> tracked.put(id, tracked(id, 0, WatchedFacts.NONE)));
        database.sql(
                        """
                        select partnership_id, position, facts, anchors
                        from   watched_partnership
                        where  partnership_id = any(:partnerships)
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .query(
                        row -> {
                            var id = row.getString("partnership_id");
                            var facts = WatchedPartnershipRow.facts(row);
                            var position = row.getLong("position");
                            tracked.put(id, tracked(id, position, facts));
                        });
        return tracked;
    }

    private TrackedPartnership tracked(String id, long position, WatchedFacts facts) {
        return new TrackedPartnership(id, position, facts, criteria, moversInHistory);
    }

    /**
     * Those of which time alone may end something: with a granted waiver, and those that are
     * launched where it is asked who carries them.
     */
    List<String> withSpans(boolean isAskedWhoMoved) {
        return database.sql(
                        """
                        select partnership_id
                        from   watched_partnership
                        where  facts -> 'waivers' -> 'granted' <> '{}'
                        or     (:launched and stage in ('LAUNCH', 'SCALED'))
                        order by partnership_id
                        """)
                .param("launched", isAskedWhoMoved)
                .query((row, _) -> row.getString("partnership_id"))
                .list();
    }

    void write(Collection<TrackedPartnership> tracked, DueDates dates) {
        writePartnerships(tracked.stream().filter(TrackedPartnership::haveFactsChanged).toList());
        writeAnchors(
                tracked.stream()
                        .filter(each -> !each.haveFactsChanged() && each.hasChanged())
                        .toList());
        watches.write(tracked.stream().flatMap(each -> WatchRow.changes(each, dates)).toList());
    }

    private void writePartnerships(List<TrackedPartnership> tracked) {
        JsonBulkWrites.write(
                database,
                """
                insert into watched_partnership
                       (partnership_id, position, name, stage, voided, facts, anchors)
                select  partnership_id, position, name, stage, voided, facts, anchors
                from   jsonb_to_recordset(cast(:rows as jsonb)) as given (
                           partnership_id text,
                           position       bigint,
                           name           text,
                           stage          text,
                           voided         boolean,
                           facts          jsonb,
                           anchors        jsonb)
                on conflict (partnership_id) do update
                set    position = excluded.position,
                       name     = excluded.name,
                       stage    = excluded.stage,
                       voided   = excluded.voided,
                       facts    = excluded.facts,
                       anchors  = excluded.anchors
                """,
                tracked.stream().map(WatchedPartnershipRow::of).toList());
    }

    /** Most events set a clock and change nothing else. */
    private void writeAnchors(List<TrackedPartnership> tracked) {
        ArrayBulkWrites.write(
                database,
                """
                update watched_partnership w
                set    position = given.position,
                       anchors  = given.anchors
                from   unnest(:partnership_id, :position, cast(:anchors as jsonb[]))
                       as given (partnership_id, position, anchors)
                where  w.partnership_id = given.partnership_id
                """,
                tracked.stream().map(WatchedPartnershipRow.AnchorsRow::of).toList());
    }
}
