package dev.headway.projections.watching.tracking;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.RowJson;
import dev.headway.projections.watching.rules.DueAfter;
import dev.headway.projections.watching.rules.DueDates;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another policy does to table {@code watch}, in one statement. */
final class WatchReevaluation {

    private WatchReevaluation() {}

    /**
     * Every watch, under another policy; those whose due date changes are to be checked. What time
     * alone can end is left to who knows its times.
     */
    static void run(JdbcClient database, DueDates dates, RecordedEvent changed) {
        database.sql(
                        """
                        update watch
                        set    due_at        = policy.due_at,
                               due_known_at  = :known,
                               ended_by      = case when policy.ends then coalesce(ended_by, 'POLICY')
                                                    else ended_by end,
                               ended_first   = case when policy.ends
                                                    then coalesce(ended_first, :position)
                                                    else ended_first end,
                               ended_last    = case when policy.ends then :position
                                                    else ended_last end,
                               ended_last_by = case when policy.ends then 'POLICY'
                                                    else ended_last_by end,
                               next_check_at = case when {at rest} then policy.due_at
                                                    else '-infinity' end
                        from   (select watch_id,
                                       anchor_at + make_interval(secs => seconds)          as due_at,
                                       anchor_at + make_interval(secs => seconds) > :known
                                       and not ({at rest})                                 as ends
                                from   watch
                                       join jsonb_to_recordset(cast(:rows as jsonb)) as given (
                                                rule    text,
                                                stage   text,
                                                pattern text,
                                                seconds double precision)
                                       using (rule, stage, pattern)
                                where  due_times is null) policy
                        where  watch.watch_id = policy.watch_id
                        and    watch.due_at  <> policy.due_at
                        """
                                .replace("{at rest}", WatchTable.IS_AT_REST))
                .param("rows", RowJson.write(DueAfter.underPolicy(dates)))
                .param("known", Timestamp.from(changed.recordedAt()))
                .param("position", changed.position())
                .update();
    }
}
