package dev.headway.projections.processing;

import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.deadletters.DeadLetterTable;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.tracing.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The reading loop over a test's database, driven by hand or started. */
public final class ProcessorsForTests {

    private ProcessorsForTests() {}

    public static ProjectionProcessors loop(
            DataSource database, EventLog log, Projection... projections) {
        return loop(
                database,
                log,
                new Positions(JdbcClient.create(database)),
                Duration.ofMillis(100),
                Batch.MAX_DURATION,
                projections);
    }

    static ProjectionProcessors loop(
            DataSource database,
            EventLog log,
            Positions positions,
            Duration batchingDelay,
            Duration longestBatch,
            Projection... projections) {
        return new ProjectionProcessors(
                List.of(projections),
                log,
                positions,
                deadLetters(database),
                new ShadowTables(JdbcClient.create(database)),
                new JdbcTransactionManager(database),
                Traces.OFF,
                new SimpleMeterRegistry(),
                new SplittableRandom(7),
                batchingDelay,
                longestBatch,
                true,
                true);
    }

    static ProjectionLetters deadLetters(DataSource database) {
        var client = JdbcClient.create(database);
        return new ProjectionLetters(
                new DeadLetterTable(client, Clock.systemUTC()), new DeadLetterQueries(client), 20);
    }
}
