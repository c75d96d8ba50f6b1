package dev.headway.projections.watching.tracking;

import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Thresholds;
import dev.headway.projections.tables.RowJson;
import dev.headway.projections.watching.rules.DueAfter;
import dev.headway.projections.watching.rules.DueDates;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policy in force. Changing a threshold re-evaluates every partnership at once. */
@Component
public class ProgramInForce {

    private final JdbcClient database;

    public ProgramInForce(JdbcClient database) {
        this.database = database;
    }

    DueDates dueDates() {
        var thresholds =
                database.sql("select rule, stage, after from watch_threshold")
                        .query(
                                (row, _) ->
                                        new Threshold(
                                                row.getString("rule"),
                                                row.getString("stage"),
                                                row.getString("after")))
                        .list();
        var patterns =
                database.sql("select pattern, requires from watch_pattern")
                        .query(
                                (row, _) ->
                                        new PatternTemplate(
                                                row.getString("pattern"),
                                                List.of(
                                                        (String[])
                                                                row.getArray("requires")
                                                                        .getArray()),
                                                null))
                        .list();
        return new DueDates(new Thresholds(thresholds), patterns);
    }

    void on(ProgramChanged changed, Instant recordedAt) {
        database.sql("delete from watch_threshold").update();
        database.sql(
                        """
                        insert into watch_threshold (rule, stage, after)
                        select rule, stage, after
                        from   jsonb_to_recordset(cast(:rows as jsonb)) as given (
                                   rule  text,
                                   stage text,
                                   after text)
                        """)
                .param("rows", RowJson.write(changed.thresholds()))
                .update();
        database.sql("delete from watch_pattern").update();
        database.sql(
                        """
                        insert into watch_pattern (pattern, requires)
                        select pattern, array(select jsonb_array_elements_text(requires))
                        from   jsonb_to_recordset(cast(:rows as jsonb)) as given (
                                   pattern  text,
                                   requires jsonb)
                        """)
                .param("rows", RowJson.write(changed.patterns()))
                .update();
        reevaluate(
                new DueDates(new Thresholds(changed.thresholds()), changed.patterns()), recordedAt);
    }

    private void reevaluate(DueDates dates, Instant knownAt) {
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
