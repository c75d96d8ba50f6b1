package dev.headway.projections.watching.tracking;

import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Thresholds;
import dev.headway.projections.tables.RowJson;
import dev.headway.projections.watching.rules.DueDates;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policy in force. Changing a threshold re-evaluates every partnership at once. */
@Component
public class ProgramInForce {

    private final JdbcClient database;
    private final WatchTable watches;

    public ProgramInForce(JdbcClient database, WatchTable watches) {
        this.database = database;
        this.watches = watches;
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
        watches.reevaluate(
                new DueDates(new Thresholds(changed.thresholds()), changed.patterns()), recordedAt);
    }
}
