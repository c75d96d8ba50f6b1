package dev.headway.projections.questions.portfolio;

import dev.headway.projections.watching.alerts.HeldRelationships;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds the relationship with which partnerships, voided ones aside. */
@Component
public class OwnedPartnerships implements HeldRelationships {

    private final JdbcClient database;

    OwnedPartnerships(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String whereHolder(String condition) {
        return "select partnership_id from portfolio where owner " + condition + " and not voided";
    }

    /**
     * Their ids, at most so many.
     *
     * @param owner as {@link dev.headway.projections.tables.OwnerKey} has it
     */
    public List<String> of(String owner, int limit) {
        return database.sql(
                        """
                        select   partnership_id
                        from     portfolio
                        where    owner = :owner
                        and      not voided
                        order by partnership_id
                        limit    :limit
                        """)
                .param("owner", owner)
                .param("limit", limit)
                .query((row, _) -> row.getString("partnership_id"))
                .list();
    }
}
