package dev.headway.projections.questions.nextsteps;

import dev.headway.projections.querying.Conditions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open steps, as {@link WhatAreTheNextThreeSteps} keeps them, for everybody who asks. */
@Component
public class OpenStepTable {

    private static final RowMapper<Step> STEP = new SimplePropertyRowMapper<>(Step.class);

    private final JdbcClient database;

    public OpenStepTable(JdbcClient database) {
        this.database = database;
    }

    /** The step of each of these partnerships that is due first, where any is open. */
    public Map<String, NextStep> firstOf(Collection<String> partnershipIds) {
        var first = new HashMap<String, NextStep>();
        database.sql(
                        """
                        select partnership_id,
                               soonest.step_id, soonest.title,
                               soonest.owner, soonest.owner_id, soonest.due_on
                        from   step_partnership p
                               cross join lateral
                               (select   step_id, title, owner, owner_id, due_on
                                from     step s
                                where    s.partnership_id = p.partnership_id
                                and      s.life           = p.life
                                and      s.status         = 'OPEN'
                                order by s.due_on, s.step_id
                                limit    1) as soonest
                        where  partnership_id = any(:ids)
                        and    not ended
                        """)
                .param("ids", partnershipIds.toArray(String[]::new))
                .query(
                        row -> {
                            first.put(
                                    row.getString("partnership_id"),
                                    new NextStep(
                                            row.getString("step_id"),
                                            row.getString("title"),
                                            row.getString("owner"),
                                            row.getString("owner_id"),
                                            row.getObject("due_on", OffsetDateTime.class)
                                                    .toInstant()));
                        });
        return first;
    }

    /** The next three steps of each of these partnerships that has any, soonest due first. */
    public Map<String, List<Step>> nextOf(Collection<String> partnershipIds) {
        var next = new HashMap<String, List<Step>>();
        database.sql(
                        """
                        select   *
                        from     (select s.*,
                                         row_number() over (partition by partnership_id
                                                            order by s.due_on, s.step_id) as rank
                                  from   step s
                                         join step_partnership using (partnership_id, life)
                                  where  partnership_id = any(:ids)
                                  and    not ended
                                  and    s.status       = 'OPEN') as soonest
                        where    rank <= :three
                        order by partnership_id, rank
                        """)
                .param("ids", partnershipIds.toArray(String[]::new))
                .param("three", Plan.NEXT_THREE)
                .query(
                        (row, number) ->
                                next.computeIfAbsent(
                                                row.getString("partnership_id"),
                                                _ -> new ArrayList<>())
                                        .add(Objects.requireNonNull(STEP.mapRow(row, number))))
                .list();
        return next;
    }

    /** Open steps of everybody, soonest due first, beginning after a position. */
    List<OpenStep> open(StepFilters filters, @Nullable List<String> after, int limit) {
        var conditions =
                new Conditions()
                        .and("s.status = 'OPEN'")
                        .and("s.side   = any(:sides)", "sides", filters.sides())
                        .and("not p.ended");
        filters.owner().narrow(conditions, "s.owner_key");
        filters.due().narrow(conditions);
        if (after != null) {
            conditions
                    .and("(s.due_on, s.partnership_id, s.step_id) > (:due, :partnership, :step)")
                    .with("due", Instant.parse(after.get(0)).atOffset(ZoneOffset.UTC))
                    .with("partnership", after.get(1))
                    .with("step", after.get(2));
        }
        return database.sql(
                        """
                        select   s.step_id, s.partnership_id, p.name as partnership_name,
                                 s.title, s.owner, s.owner_id, s.side, s.due_on,
                                 ${over} as overdue
                        from     step s
                                 join step_partnership p using (partnership_id, life)
                        where    ${conditions}
                        order by s.due_on, s.partnership_id, s.step_id
                        limit    :limit
                        """
                                .replace("${over}", DueWindow.over(":today", ":now"))
                                .replace("${conditions}", conditions.sql()))
                .params(conditions.parameters())
                .param("today", filters.now().today())
                .param("now", filters.now().now())
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(OpenStep.class))
                .list();
    }

    static String[] cursorOf(OpenStep step) {
        return new String[] {step.dueOn().toString(), step.partnershipId(), step.stepId()};
    }
}
