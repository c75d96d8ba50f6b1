package dev.headway.projections.audit;

import dev.headway.projections.asking.Cursors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit, for tests of those who ask it for the past. */
public final class AuditForTests {

    private AuditForTests() {}

    public static WhoChangedWhat over(JdbcClient database) {
        return new WhoChangedWhat(new AuditTable(database), new Cursors(database));
    }
}
