package dev.headway.projections.questions.nextsteps;

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
        StepRow.store(database, steps);
        SlipRow.store(database, slips);
    }

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
}
