package dev.headway.projections.questions.nextsteps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.projections.tables.JsonBulkWrites;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of {@code step}, flat; Jackson takes the step's own fields out of it. */
record StepRow(String partnershipId, int life, @JsonUnwrapped Step step) {

    static void store(JdbcClient database, List<StepRow> steps) {
        JsonBulkWrites.write(
                database,
                """
                insert into step
                       (partnership_id, step_id, life, title, owner, side,
                        due_on, status, planned_at, closed_at, outcome)
                select  partnership_id, step_id, life, title, owner, side,
                        due_on, status, planned_at, closed_at, outcome
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, step_id text, life int,
                               title text, owner text, side text,
                               due_on timestamptz, status text, planned_at timestamptz,
                               closed_at timestamptz, outcome text)
                on conflict (partnership_id, step_id) do update
                set    due_on    = excluded.due_on,
                       status    = excluded.status,
                       closed_at = excluded.closed_at,
                       outcome   = excluded.outcome
                """,
                steps);
    }
}
