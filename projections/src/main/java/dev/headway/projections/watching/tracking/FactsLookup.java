package dev.headway.projections.watching.tracking;

import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.DueDates;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the watch knows of partnerships, for who asks something else of it than what is due. */
@Component
public class FactsLookup {

    private final JdbcClient database;
    private final ProgramInForce program;

    public FactsLookup(JdbcClient database, ProgramInForce program) {
        this.database = database;
        this.program = program;
    }

    /** By partnership; those that the watch has not heard of are left out. */
    public Map<String, WatchedFacts> of(Collection<String> partnerships) {
        var known = new HashMap<String, WatchedFacts>();
        database.sql(
                        """
                        select partnership_id, facts, anchors
                        from   watched_partnership
                        where  partnership_id = any(:partnerships)
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .query(
                        row -> {
                            known.put(
                                    row.getString("partnership_id"),
                                    WatchedPartnershipRow.facts(row));
                        });
        return known;
    }

    /** When rules are due under the policy in force. */
    public DueDates dates() {
        return program.policy().dates();
    }
}
