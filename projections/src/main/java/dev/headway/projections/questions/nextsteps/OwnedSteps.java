package dev.headway.projections.questions.nextsteps;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owns which open steps anywhere; asked by what is handed over. */
@Component
public class OwnedSteps {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhatAreTheNextThreeSteps.NAME;

    private final JdbcClient database;

    OwnedSteps(JdbcClient database) {
        this.database = database;
    }

    /** An open step, when it is due, and what its partnership is called now. */
    public record OwnedStep(
            String partnershipId,
            String partnershipName,
            String stepId,
            String title,
            Instant dueOn) {}

    /** The condition that somebody owns an open step, from an expression for their key. */
    public static String ownedBy(String key) {
        return """
               exists (select
                       from   step
                              join step_partnership using (partnership_id, life)
                       where  not ended
                       and    status    = 'OPEN'
                       and    owner_key = %s)"""
                .formatted(key);
    }

    /**
     * The open steps that somebody owns, soonest due first.
     *
     * @param owner as {@link dev.headway.projections.tables.OwnerKey} has it
     * @param after the last one before, or null
     */
    public List<OwnedStep> of(String owner, @Nullable OwnedStep after, int limit) {
        return database.sql(
                        """
                        select   s.partnership_id, p.name as partnership_name, s.step_id, s.title,
                                 s.due_on
                        from     step s
                                 join step_partnership p using (partnership_id, life)
                        where    s.status    = 'OPEN'
                        and      s.owner_key = :owner
                        and      not p.ended
                        and      (cast(:due as timestamptz) is null
                                  or (s.due_on, s.partnership_id, s.step_id)
                                     > (:due, :partnership, :step))
                        order by s.due_on, s.partnership_id, s.step_id
                        limit    :limit
                        """)
                .param("owner", owner)
                .param("due", after == null ? null : Timestamp.from(after.dueOn()))
                .param("partnership", after == null ? null : after.partnershipId())
                .param("step", after == null ? null : after.stepId())
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(OwnedStep.class))
                .list();
    }
}
