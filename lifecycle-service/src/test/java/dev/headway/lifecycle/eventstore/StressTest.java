package dev.headway.lifecycle.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.testing.TableHashes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sixteen writers on two nodes, a tenth of their commands against a version that is gone, effective
 * times ten years to either side, a writer that stands still in its transaction, readers that start
 * again at random. A million events of it: {@code ./headway stress}.
 */
class StressTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void no_projection_loses_an_event_or_sees_one_twice_or_out_of_order() throws Exception {
        try (var headway = RunningHeadway.start("spring.datasource.hikari.maximum-pool-size=48");
                var one = node(headway);
                var two = one.anotherNode();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = new StressedWriters(List.of(one, two));
            written.start(threads);
            restartReadersUntilOver(headway, written, threads.submit(() -> stall(one)));
            threads.shutdown();
            assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

            awaitHead(headway, one);
            assertThat(written.refusedAndStored()).isEmpty();
            assertThat(written.refused()).isNotEmpty();
            assertThat(summaries(one, "event")).containsExactlyInAnyOrderElementsOf(written.all());
            assertThat(summaries(one, "audit_entry"))
                    .containsExactlyElementsOf(summaries(one, "event"));
            assertThat(streamsOutOfOrder(one)).isZero();
            assertThat(partnershipsBehindTheirStream(one)).isZero();
            assertTheSameWhenRebuilt(headway, one);
        }
    }

    private static TestStore node(RunningHeadway headway) {
        return new TestStore(headway.bean(DataSource.class), EventStoreProperties.defaults());
    }

    /** Has appended, and does not commit before both nodes wait for it. */
    private static boolean stall(TestStore node) throws SQLException {
        try (var connection = node.database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = new AppendStatement(connection)) {
                var stalled = new PendingAppend(StressedWriters.registered("stalled"), null);
                statement.append(List.of(stalled), TestStore.NOW);
            }
            await().atMost(PATIENCE).until(() -> waitingForTheLock(node) == 2);
            connection.commit();
            return true;
        }
    }

    private static void restartReadersUntilOver(
            RunningHeadway headway, StressedWriters written, Future<Boolean> stalled)
            throws Exception {
        var readers = headway.bean(ProjectionProcessors.class);
        var random = new Random(3);
        for (int restarts = 0; restarts < 5 || !written.areOver(); restarts++) {
            var enough = Math.min(written.planned() / 2, written.stored() + random.nextInt(300));
            await().atMost(PATIENCE).until(() -> written.stored() >= enough);
            readers.stop();
            readers.start();
        }
        assertThat(stalled.get()).isTrue();
    }

    private static void assertTheSameWhenRebuilt(RunningHeadway headway, TestStore node)
            throws InterruptedException, SQLException {
        var projections = headway.beans(Projection.class);
        var live = hashes(node, projections);
        var readers = headway.bean(ProjectionProcessors.class);

        projections.forEach(projection -> readers.rebuild(projection.name()));
        awaitHead(headway, node);

        assertThat(hashes(node, projections)).isEqualTo(live);
        assertThat(live.get("audit_entry")).doesNotStartWith("0 rows");
        assertThat(live.get("watched_partnership")).doesNotStartWith("0 rows");
    }

    private static Map<String, String> hashes(TestStore node, List<Projection> projections)
            throws SQLException {
        var tables = projections.stream().flatMap(each -> each.tables().stream()).toList();
        try (var connection = node.database.getConnection()) {
            return TableHashes.of(connection, tables);
        }
    }

    private static void awaitHead(RunningHeadway headway, TestStore node)
            throws InterruptedException {
        var names = headway.beans(Projection.class).stream().map(Projection::name).toList();
        assertThat(headway.bean(Positions.class).await(names, node.log.head(), PATIENCE)).isTrue();
    }

    private static List<String> summaries(TestStore node, String table) {
        return node.jdbc
                .sql(
                        "select coalesce(payload::json ->> 'summary', stream) from %s order by position"
                                .formatted(table))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static long streamsOutOfOrder(TestStore node) {
        return number(
                node.jdbc,
                """
                select count(*)
                from   (select version,
                               row_number() over (partition by stream order by position) as place
                        from   audit_entry) as placed
                where  version <> place
                """);
    }

    private static long partnershipsBehindTheirStream(TestStore node) {
        return number(
                node.jdbc,
                """
                select count(*)
                from   (select stream, max(version) as version from event group by stream) as life
                       left join ghost_clock g on g.partnership_id = life.stream
                where  g.version is distinct from life.version
                """);
    }

    private static long waitingForTheLock(TestStore node) {
        return number(
                node.jdbc,
                """
                select count(*)
                from   pg_locks join pg_database on pg_database.oid = database
                where  locktype = 'advisory' and not granted
                and    datname = current_database()
                """);
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
