package dev.headway.projections.chat;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comes next for the partnerships of a message, from the table of that question. */
@Component
class NextSteps {

    private final JdbcClient database;

    NextSteps(JdbcClient database) {
        this.database = database;
    }

    /** By partnership; those without an open step are left out. */
    Map<String, NextStep> of(Collection<String> partnerships) {
        var steps = new HashMap<String, NextStep>();
        database.sql(
                        """
                        select distinct on (partnership_id)
                               partnership_id, s.title, s.owner, s.due_on
                        from   step s
                               join step_partnership p using (partnership_id, life)
                        where  partnership_id = any(:partnerships)
                        and    s.status = 'OPEN'
                        order by partnership_id, s.due_on, s.step_id
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .query(
                        row -> {
                            steps.put(
                                    row.getString("partnership_id"),
                                    new NextStep(
                                            row.getString("title"),
                                            row.getString("owner"),
                                            row.getTimestamp("due_on").toInstant()));
                        });
        return steps;
    }
}
