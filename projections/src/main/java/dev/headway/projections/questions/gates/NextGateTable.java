package dev.headway.projections.questions.gates;

import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.tables.PostgresBounds;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code next_gate}: a row for each partnership and each time at which its gate changes. */
@Component
public class NextGateTable {

    private final JdbcClient database;

    public NextGateTable(JdbcClient database) {
        this.database = database;
    }

    /** A row; the first has no beginning and the last no end. */
    private record Row(
            String partnershipId,
            String fromAt,
            String untilAt,
            String toStage,
            int held,
            int asked,
            List<String> unmet) {}

    /**
     * How many criteria of the gate ahead are held, and which are not.
     *
     * @param to the stage behind the gate
     * @param of how many it asks for
     */
    public record CriteriaHeld(String to, int held, int of, List<String> unmet) {}

    /** By partnership, at an instant; those that have no stage ahead are left out. */
    public Map<String, CriteriaHeld> of(Collection<String> partnerships, Instant now) {
        var held = new HashMap<String, CriteriaHeld>();
        database.sql(
                        """
                        select partnership_id, to_stage, held, asked, unmet
                        from   next_gate
                        where  partnership_id = any(:partnerships)
                        and    from_at  <= :now
                        and    until_at >  :now
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            held.put(
                                    row.getString("partnership_id"),
                                    new CriteriaHeld(
                                            row.getString("to_stage"),
                                            row.getInt("held"),
                                            row.getInt("asked"),
                                            List.of((String[]) row.getArray("unmet").getArray())));
                        });
        return held;
    }

    /** The next partnerships with rows, in the order of their ids. */
    List<String> partnershipsAfter(String id, int limit) {
        return database.sql(
                        """
                        select   distinct partnership_id
                        from     next_gate
                        where    partnership_id > :id
                        order by partnership_id
                        limit    :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> row.getString("partnership_id"))
                .list();
    }

    /** Puts these in the place of whatever stood there. */
    void store(Map<String, List<GateTime>> kept) {
        if (kept.isEmpty()) {
            return;
        }
        database.sql("delete from next_gate where partnership_id = any(:partnerships)")
                .param("partnerships", kept.keySet().toArray(String[]::new))
                .update();
        var rows = new ArrayList<Row>();
        kept.forEach((id, times) -> rows.addAll(rows(id, times)));
        JsonBulkWrites.write(
                database,
                """
                insert into next_gate
                       (partnership_id, from_at, until_at, to_stage, held, asked, unmet)
                select partnership_id, from_at, until_at, to_stage, held, asked, unmet
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, from_at timestamptz, until_at timestamptz,
                               to_stage text, held int, asked int, unmet text[])
                """,
                rows);
    }

    /** A time beyond PostgreSQL's calendar never comes; the first has always held. */
    private static List<Row> rows(String id, List<GateTime> times) {
        var coming = times.stream().takeWhile(each -> PostgresBounds.holds(each.from())).toList();
        var rows = new ArrayList<Row>();
        for (int index = 0; index < coming.size(); index++) {
            var time = coming.get(index);
            var last = index == coming.size() - 1;
            rows.add(
                    new Row(
                            id,
                            index == 0 ? "-infinity" : time.from().toString(),
                            last ? "infinity" : coming.get(index + 1).from().toString(),
                            time.to(),
                            time.held().size(),
                            time.held().size() + time.unmet().size(),
                            time.unmet()));
        }
        return rows;
    }

    /**
     * The condition, on table {@code next_gate}, that a gate ahead has at least so many criteria,
     * or lacks one of some; null asks for neither. It binds {@code :gate_now}, and what is given of
     * {@code :held} and {@code :unmet}.
     */
    public static String condition(@Nullable Integer held, String @Nullable [] unmet) {
        return "next_gate.from_at <= :gate_now and next_gate.until_at > :gate_now"
                + (held == null ? "" : " and next_gate.held >= :held")
                + (unmet == null ? "" : " and next_gate.unmet && cast(:unmet as text[])");
    }
}
