package dev.headway.projections.audit;

import dev.headway.projections.querying.Cursors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit, for tests of those who ask it for the past. */
public final class AuditForTests {

    private AuditForTests() {}

    public static WhoChangedWhat over(DataSource source) {
        return new WhoChangedWhat(
                new AuditTable(new JdbcTemplate(source)),
                new Cursors(JdbcClient.create(source)),
                new AccessForTests());
    }
}
