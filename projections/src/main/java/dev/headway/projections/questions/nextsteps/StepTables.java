package dev.headway.projections.questions.nextsteps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.tables.PartnershipRows;
import dev.headway.projections.tables.RowJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans of partnerships, as {@link WhatAreTheNextThreeSteps} keeps them. */
@Component
class StepTables {

    private final JdbcClient database;

    StepTables(JdbcClient database) {
        this.database = database;
    }

    /** The plans of those partnerships that are known, by their ids; present lives only. */
    Map<String, Plan> plansOf(Collection<String> partnershipIds) {
        var plans = new HashMap<String, Plan>();
        database.sql(
                        """
                        select p.partnership_id, p.name, p.life, p.ended, p.version,
                               coalesce((select   jsonb_agg(to_jsonb(s) order by s.planned_at, s.step_id)
                                         from     step s
                                         where    s.partnership_id = p.partnership_id
                                         and      s.life           = p.life), '[]') as steps,
                               coalesce((select   jsonb_agg(to_jsonb(s) order by s.position)
                                         from     step_slip s
                                         where    s.partnership_id = p.partnership_id
                                         and      s.life           = p.life), '[]') as slips
                        from   step_partnership p
                        where  p.partnership_id = any(:ids)
                        """)
                .param("ids", partnershipIds.toArray(String[]::new))
                .query(
                        (row, _) ->
                                new Plan(
                                        row.getString("partnership_id"),
                                        row.getString("name"),
                                        row.getInt("life"),
                                        RowJson.readList(row.getString("steps"), Step.class),
                                        RowJson.readList(row.getString("slips"), Slip.class),
                                        row.getBoolean("ended"),
                                        row.getLong("version")))
                .list()
                .forEach(plan -> plans.put(plan.partnershipId(), plan));
        return plans;
    }

    /** Forgets a partnership, of its former lives as well. */
    void delete(String partnershipId) {
        PartnershipRows.delete(
                database, partnershipId, List.of("step", "step_slip", "step_partnership"));
    }

    /** Stores what changed between two readings of the same plans. */
    void store(Map<String, Plan> before, Map<String, Plan> after) {
        var steps = new ArrayList<StepRow>();
        var slips = new ArrayList<SlipRow>();
        after.forEach(
                (id, plan) -> {
                    var known = before.get(id);
                    plan.steps().stream()
                            .filter(step -> known == null || !known.steps().contains(step))
                            .forEach(step -> steps.add(new StepRow(id, plan.life(), step)));
                    plan.slips().stream()
                            .filter(slip -> known == null || !known.slips().contains(slip))
                            .forEach(slip -> slips.add(new SlipRow(id, plan.life(), slip)));
                });
        storePartnerships(after.values());
        storeSteps(steps);
        storeSlips(slips);
    }

    /** Rows of a table are flat; Jackson takes the step's or slip's own fields out of it. */
    private record StepRow(String partnershipId, int life, @JsonUnwrapped Step step) {}

    private record SlipRow(String partnershipId, int life, @JsonUnwrapped Slip slip) {}

    private void storePartnerships(Collection<Plan> plans) {
        JsonBulkWrites.write(
                database,
                """
                insert into step_partnership (partnership_id, name, life, ended, version)
                select partnership_id, name, life, ended, version
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, name text, life int, ended boolean,
                               version bigint)
                on conflict (partnership_id) do update
                set    name    = excluded.name,
                       life    = excluded.life,
                       ended   = excluded.ended,
                       version = excluded.version
                where  step_partnership.version < excluded.version
                """,
                plans);
    }

    private void storeSteps(List<StepRow> steps) {
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

    private void storeSlips(List<SlipRow> slips) {
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
