package dev.headway.projections.watching;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.projections.reading.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The thresholds in force. Changing one re-evaluates every partnership at once. */
@Component
class ProgramInForce {

    private final JdbcClient database;

    ProgramInForce(JdbcClient database) {
        this.database = database;
    }

    Thresholds thresholds() {
        return new Thresholds(
                database.sql("select rule, stage, after_text from watch_threshold")
                        .query(
                                (row, _) ->
                                        new Threshold(
                                                row.getString("rule"),
                                                row.getString("stage"),
                                                row.getString("after_text")))
                        .list());
    }

    void on(ProgramChanged changed, Instant recordedAt) {
        database.sql("delete from watch_threshold").update();
        database.sql(
                        """
                        insert into watch_threshold (rule, stage, after_text)
                        select rule, stage, "after"
                        from   jsonb_to_recordset(cast(:rows as jsonb)) as given (
                                   rule    text,
                                   stage   text,
                                   "after" text)
                        """)
                .param("rows", Rows.json(changed.thresholds()))
                .update();
        reevaluate(new Thresholds(changed.thresholds()), recordedAt);
    }

    private void reevaluate(Thresholds thresholds, Instant knownAt) {
        database.sql(
                        """
                        update watch
                        set    due_at   = policy.due_at,
                               known_at = :known,
                               ended_by = case when look_at is null then 'POLICY'
                                               when look_at = '-infinity'
                                               then coalesce(ended_by, 'POLICY') end,
                               look_at  = case when look_at > '-infinity' then policy.due_at
                                               else '-infinity' end
                        from   (select watch_id,
                                       anchor_at + make_interval(secs => seconds) as due_at
                                from   watch
                                       join jsonb_to_recordset(cast(:rows as jsonb)) as given (
                                                rule    text,
                                                stage   text,
                                                seconds double precision)
                                       using (rule, stage)) policy
                        where  watch.watch_id = policy.watch_id
                        and    watch.due_at  <> policy.due_at
                        """)
                .param("rows", Rows.json(DueAfter.underPolicy(thresholds)))
                .param("known", Timestamp.from(knownAt))
                .update();
    }
}
