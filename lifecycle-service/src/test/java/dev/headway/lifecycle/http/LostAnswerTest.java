package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL goes away while the answer to a keyed call that stored no event is being kept. */
class LostAnswerTest {

    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static RunningHeadway headway;
    private static JdbcClient database;

    private static Caller manager;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        database = JdbcClient.create(headway.bean(DataSource.class));
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void whoever_loses_the_answer_is_told_to_come_back_and_gets_it_then() throws Exception {
        var reef =
                manager.post(
                                PARTNERSHIPS,
                                """
                                {"name": "Reef", "partner": {"name": "Reef Ltd", "type": "TELCO"}}
                                """)
                        .header("Location");
        CompletableFuture<Caller.Answered> lost;
        try (var stalled = TestDatabase.superuser(headway.bean(DataSource.class)).getConnection()) {
            stalled.setAutoCommit(false);
            try (var lock = stalled.createStatement()) {
                lock.execute("select pg_advisory_xact_lock(4817001)");
            }
            lost = CompletableFuture.supplyAsync(() -> completeNothing(reef));
            var appender = await().until(LostAnswerTest::whoWaitsForTheLock, pid -> pid > 0);
            database.sql("select pg_terminate_backend(:pid)")
                    .param("pid", appender)
                    .query(Boolean.class)
                    .single();
            assertThat(lost.get().status()).as(lost.get().text()).isEqualTo(503);
            stalled.rollback();
        }

        assertThat(lost.get().header("Retry-After")).isNotEmpty();
        assertThat(completeNothing(reef).status()).isEqualTo(404);
    }

    private Caller.Answered completeNothing(String partnership) {
        return manager.post(
                partnership + "/steps/nobody-knows/completion",
                "{\"outcome\": \"done\"}",
                "Idempotency-Key",
                "lost-answer");
    }

    private static int whoWaitsForTheLock() {
        return database.sql(
                        """
                        select coalesce(max(l.pid), 0)
                        from   pg_locks l
                               join pg_database d on d.oid = l.database
                        where  l.locktype = 'advisory'
                        and    not l.granted
                        and    d.datname = current_database()
                        """)
                .query(Integer.class)
                .single();
    }
}
