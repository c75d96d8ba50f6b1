package dev.headway.projections.watching.tracking;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.RowJson;
import dev.headway.projections.watching.rules.DueDates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policy in force. Changing a threshold re-evaluates every partnership at once. */
@Component
public class ProgramInForce {

    private final JdbcClient database;
    private final WatchTable watches;
    private final BusinessCalendar calendar;

    public ProgramInForce(JdbcClient database, WatchTable watches, BusinessCalendar calendar) {
        this.database = database;
        this.watches = watches;
        this.calendar = calendar;
    }

    WatchPolicy policy() {
        var program =
                database.sql("select program from watch_program")
                        .query(
                                (row, _) ->
                                        RowJson.MAPPER.readValue(
                                                row.getString("program"), ProgramChanged.class))
                        .optional()
                        .orElse(null);
        return WatchPolicy.of(program, calendar.zone());
    }

    /** When watches are due under it. */
    public DueDates dates() {
        return policy().dates();
    }

    /** The policy from now on; what only some times are due is not re-evaluated here. */
    WatchPolicy change(RecordedEvent recorded, ProgramChanged changed) {
        database.sql(
                        """
                        insert into watch_program (program)
                        values (cast(:program as jsonb))
                        on conflict (singleton) do update
                        set    program = excluded.program
                        """)
                .param("program", RowJson.MAPPER.writeValueAsString(changed))
                .update();
        var policy = WatchPolicy.of(changed, calendar.zone());
        watches.reevaluate(policy.dates(), recorded);
        return policy;
    }
}
