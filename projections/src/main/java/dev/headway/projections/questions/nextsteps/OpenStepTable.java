package dev.headway.projections.questions.nextsteps;

import dev.headway.projections.questions.Moment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
    List<OpenStep> open(
            @Nullable String owner,
            String @Nullable [] sides,
            DueWindow due,
            @Nullable List<String> after,
            Moment now,
            int limit) {
        return database.sql(
                        """
                        select   s.step_id, s.partnership_id, p.name as partnership_name,
                                 s.title, s.owner, s.side, s.due_on,
                                 ${over} as overdue
                        from     step s
                                 join step_partnership p using (partnership_id, life)
                        where    s.status = 'OPEN'
                        and      not p.ended
                        and      (cast(:owner as text)        is null or s.owner  = :owner)
                        and      (cast(:sides as text[])      is null or s.side   = any(:sides))
                        and      (cast(:from  as timestamptz) is null
                                  or s.due_on >= :from and not ${over before})
                        and      (cast(:to    as timestamptz) is null
                                  or s.due_on <= :to and ${over then})
                        and      (cast(:due   as timestamptz) is null
                                  or (s.due_on, s.partnership_id, s.step_id)
                                     > (cast(:due as timestamptz), :partnership, :step))
                        order by s.due_on, s.partnership_id, s.step_id
                        limit    :limit
                        """
                                .replace("${over}", over(":today", ":now"))
                                .replace("${over before}", over(":from_today", ":from_now"))
                                .replace("${over then}", over(":to_today", ":to_now")))
                .param("owner", owner)
                .param("sides", sides)
                .param("from", of(due.from(), Moment::earliest))
                .param("from_today", of(due.from(), Moment::today))
                .param("from_now", of(due.from(), Moment::now))
                .param("to", of(due.to(), Moment::latest))
                .param("to_today", of(due.to(), Moment::today))
                .param("to_now", of(due.to(), Moment::now))
                .param("due", after == null ? null : utc(Instant.parse(after.get(0))))
                .param("partnership", after == null ? null : after.get(1))
                .param("step", after == null ? null : after.get(2))
                .param("today", now.today())
                .param("now", now.now())
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(OpenStep.class))
                .list();
    }

    static String[] cursorOf(OpenStep step) {
        return new String[] {step.dueOn().toString(), step.partnershipId(), step.stepId()};
    }

    private static String over(String today, String now) {
        return Moment.over("s.due_on", today, now);
    }

    private static @Nullable OffsetDateTime of(
            @Nullable Moment moment, Function<Moment, OffsetDateTime> part) {
        return moment == null ? null : part.apply(moment);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
