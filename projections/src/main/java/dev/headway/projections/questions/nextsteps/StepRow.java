package dev.headway.projections.questions.nextsteps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.tables.OwnerKey;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of {@code step}, flat; Jackson takes the step's own fields out of it.
 *
 * @param ownerKey what the owner is told apart by
 */
record StepRow(String partnershipId, int life, String ownerKey, @JsonUnwrapped Step step) {

    StepRow(String partnershipId, int life, Step step) {
        this(partnershipId, life, OwnerKey.of(step.owner(), step.ownerId()), step);
    }

    static void store(JdbcClient database, List<StepRow> steps) {
        JsonBulkWrites.write(
                database,
                """
                insert into step
                       (partnership_id, step_id, life, title, owner, owner_id, owner_key, side,
                        due_on, status, planned_at, closed_at, outcome)
                select  partnership_id, step_id, life, title, owner, owner_id, owner_key, side,
                        due_on, status, planned_at, closed_at, outcome
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, step_id text, life int,
                               title text, owner text, owner_id text, owner_key text, side text,
                               due_on timestamptz, status text, planned_at timestamptz,
                               closed_at timestamptz, outcome text)
                on conflict (partnership_id, step_id) do update
                set    owner     = excluded.owner,
                       owner_id  = excluded.owner_id,
                       owner_key = excluded.owner_key,
                       due_on    = excluded.due_on,
                       status    = excluded.status,
                       closed_at = excluded.closed_at,
                       outcome   = excluded.outcome
                """,
                steps);
    }
}
