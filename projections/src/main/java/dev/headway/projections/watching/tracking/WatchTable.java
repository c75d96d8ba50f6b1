package dev.headway.projections.watching.tracking;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.ArrayBulkWrites;
import dev.headway.projections.watching.rules.DueDates;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What readers change of table {@code watch}; what the sweep changes is in {@link DueWatches}. */
@Component
public class WatchTable {

    /** Evaluated, not due by then, and without a live alert; time alone ends nothing of it. */
    static final String IS_AT_REST =
            "(watch.next_check_at > '-infinity' and watch.due_times is null) is true";

    private final JdbcClient database;

    public WatchTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where the sweep has evaluated the row and no alert is live, its next check is when it is due,
     * or earlier: a due date that moves away leaves the check where it is, and the index alone.
     * Otherwise it is to be checked at once, as is always what time alone can end.
     */
    void write(List<WatchRow> rows) {
        ArrayBulkWrites.write(
                database,
                """
                insert into watch
                       (partnership_id, rule, subject, about, severity, stage, pattern,
                        anchor_event_id, anchor_position, anchor_type, anchor_at, due_at, ends_at,
                        due_times, due_known_at, ended_by, ended_first, ended_last, ended_last_by,
                        next_check_at)
                select  partnership_id, rule, subject, about, severity, stage, pattern,
                        anchor_event_id, anchor_position, anchor_type, anchor_at, due_at, ends_at,
                        due_times, due_known_at, ended_by, ended_first, ended_last, ended_last_by,
                        '-infinity'
                from   unnest(
                           :partnership_id, :rule, :subject, :about, :severity, :stage, :pattern,
                           :anchor_event_id, :anchor_position, :anchor_type,
                           cast(:anchor_at as timestamptz[]), cast(:due_at as timestamptz[]),
                           cast(:ends_at as timestamptz[]), cast(:due_times as jsonb[]),
                           cast(:due_known_at as timestamptz[]),
                           :ended_by, :ended_first, :ended_last, :ended_last_by)
                       as given (
                           partnership_id, rule, subject, about, severity, stage, pattern,
                           anchor_event_id, anchor_position, anchor_type, anchor_at, due_at, ends_at,
                           due_times, due_known_at, ended_by, ended_first, ended_last,
                           ended_last_by)
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
                       ends_at         = excluded.ends_at,
                       due_times       = excluded.due_times,
                       due_known_at    = excluded.due_known_at,
                       ended_by        = case when {at rest} then null
                                              else coalesce(watch.ended_by,
                                                            excluded.ended_by) end,
                       ended_first     = case when {at rest} then null
                                              else coalesce(watch.ended_first,
                                                            excluded.ended_first) end,
                       ended_last      = case when {at rest} then null
                                              else coalesce(excluded.ended_last,
                                                            watch.ended_last) end,
                       ended_last_by   = case when {at rest} then null
                                              else coalesce(excluded.ended_last_by,
                                                            watch.ended_last_by) end,
                       next_check_at   = case when not ({at rest})
                                              or   excluded.due_times is not null then '-infinity'
                                              when excluded.due_at    is not null
                                              then least(watch.next_check_at, excluded.due_at) end
                """
                        .replace("{at rest}", IS_AT_REST),
                rows);
    }

    /** Every watch, under another policy. */
    void reevaluate(DueDates dates, RecordedEvent changed) {
        WatchReevaluation.run(database, dates, changed);
    }
}
