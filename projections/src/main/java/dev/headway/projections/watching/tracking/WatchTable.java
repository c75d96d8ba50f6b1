package dev.headway.projections.watching.tracking;

import dev.headway.projections.tables.ArrayBulkWrites;
import dev.headway.projections.tables.RowJson;
import dev.headway.projections.watching.rules.DueAfter;
import dev.headway.projections.watching.rules.DueDates;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What readers change of table {@code watch}; what the sweep changes is in {@link DueWatches}. */
@Component
public class WatchTable {

    private final JdbcClient database;

    public WatchTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where the sweep has evaluated the row and no alert is live, its next check is when it is due,
     * or earlier: a due date that moves away leaves the check where it is, and the index alone.
     * Otherwise it is to be checked at once.
     */
    void write(List<WatchRow> rows) {
        ArrayBulkWrites.write(
                database,
                """
                insert into watch
                       (partnership_id, rule, subject, about, severity, stage, pattern,
                        anchor_event_id, anchor_position, anchor_type, anchor_at,
                        due_at, due_known_at, ended_by, ended_first, ended_last, next_check_at)
                select  partnership_id, rule, subject, about, severity, stage, pattern,
                        anchor_event_id, anchor_position, anchor_type, anchor_at,
                        due_at, due_known_at, ended_by, ended_first, ended_last, '-infinity'
                from   unnest(
                           :partnership_id, :rule, :subject, :about, :severity, :stage, :pattern,
                           :anchor_event_id, :anchor_position, :anchor_type,
                           cast(:anchor_at as timestamptz[]), cast(:due_at as timestamptz[]),
                           cast(:due_known_at as timestamptz[]),
                           :ended_by, :ended_first, :ended_last)
                       as given (
                           partnership_id, rule, subject, about, severity, stage, pattern,
                           anchor_event_id, anchor_position, anchor_type,
                           anchor_at, due_at, due_known_at, ended_by, ended_first, ended_last)
                on conflict (partnership_id, rule, subject) do update
                set    about           = coalesce(excluded.about, watch.about),
                       severity        = excluded.severity,
                       stage           = excluded.stage,
                       pattern         = excluded.pattern,
                       anchor_event_id = excluded.anchor_event_id,
                       anchor_position = excluded.anchor_position,
                       anchor_type     = excluded.anchor_type,
                       anchor_at       = excluded.anchor_at,
                       due_at          = excluded.due_at,
                       due_known_at    = excluded.due_known_at,
                       ended_by        = case when watch.next_check_at > '-infinity' then null
                                              else coalesce(watch.ended_by,
                                                            excluded.ended_by) end,
                       ended_first     = case when watch.next_check_at > '-infinity' then null
                                              when watch.ended_by is null
                                              then excluded.ended_first
                                              else watch.ended_first end,
                       ended_last      = case when watch.next_check_at > '-infinity' then null
                                              else coalesce(excluded.ended_last,
                                                            watch.ended_last) end,
                       next_check_at   = case when watch.next_check_at > '-infinity'
                                              then case when excluded.due_at is not null
                                                        then least(watch.next_check_at,
                                                                   excluded.due_at) end
                                              else '-infinity' end
                """,
                rows);
    }

    /** Every watch, under another policy; those whose due date changes are to be checked. */
    void reevaluate(DueDates dates, Instant knownAt) {
        database.sql(
                        """
                        update watch
                        set    due_at        = policy.due_at,
                               due_known_at  = :known,
                               ended_by      = case when next_check_at is null then 'POLICY'
                                                    when next_check_at = '-infinity'
                                                    then coalesce(ended_by, 'POLICY') end,
                               next_check_at = case when next_check_at > '-infinity'
                                                    then policy.due_at
                                                    else '-infinity' end
                        from   (select watch_id,
                                       anchor_at + make_interval(secs => seconds) as due_at
                                from   watch
                                       join jsonb_to_recordset(cast(:rows as jsonb)) as given (
                                                rule    text,
                                                stage   text,
                                                pattern text,
                                                seconds double precision)
                                       using (rule, stage, pattern)) policy
                        where  watch.watch_id = policy.watch_id
                        and    watch.due_at  <> policy.due_at
                        """)
                .param("rows", RowJson.write(DueAfter.underPolicy(dates)))
                .param("known", Timestamp.from(knownAt))
                .update();
    }
}
