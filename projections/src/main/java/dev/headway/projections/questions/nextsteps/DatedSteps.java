package dev.headway.projections.questions.nextsteps;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open steps as a calendar shows them. */
@Component
public class DatedSteps {

    private final JdbcClient database;

    DatedSteps(JdbcClient database) {
        this.database = database;
    }

    /** An open step of a partnership that has not ended. */
    public record DatedStep(
            String partnershipId,
            String partnershipName,
            String stepId,
            String title,
            String owner,
            Instant dueOn) {}

    /**
     * The soonest due first.
     *
     * @param owner as {@link dev.headway.projections.tables.OwnerKey} has it; null for everybody's
     */
    public List<DatedStep> of(@Nullable String owner, int limit) {
        return database.sql(
                        """
                        select   s.partnership_id, p.name as partnership_name, s.step_id, s.title,
                                 s.owner, s.due_on
                        from     step s
                                 join step_partnership p using (partnership_id, life)
                        where    s.status = 'OPEN'
                        and      (cast(:owner as text) is null or s.owner_key = :owner)
                        and      not p.ended
                        order by s.due_on, s.partnership_id, s.step_id
                        limit    :limit
                        """)
                .param("owner", owner)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(DatedStep.class))
                .list();
    }
}
