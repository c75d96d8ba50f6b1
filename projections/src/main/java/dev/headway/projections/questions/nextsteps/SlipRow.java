package dev.headway.projections.questions.nextsteps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.projections.tables.JsonBulkWrites;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of {@code step_slip}, flat; Jackson takes the slip's own fields out of it. */
record SlipRow(String partnershipId, int life, @JsonUnwrapped Slip slip) {

    static void store(JdbcClient database, List<SlipRow> slips) {
        JsonBulkWrites.write(
                database,
                """
                insert into step_slip
                       (position, partnership_id, life, step_id, title,
                        "from", "to", reason, at, actor)
                select  position, partnership_id, life, step_id, title,
                        "from", "to", reason, at, actor
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (position bigint, partnership_id text, life int,
                               step_id text, title text, "from" timestamptz,
                               "to" timestamptz, reason text, at timestamptz, actor text)
                on conflict (position) do nothing
                """,
                slips);
    }
}
