package dev.headway.projections.reading;

import dev.headway.projections.log.EventLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The reading loop over a test's database, driven by hand or started. */
public final class Reading {

    private Reading() {}

    public static ReadingLoop loop(DataSource database, EventLog log, Projection... projections) {
        return loop(
                database,
                log,
                new Positions(JdbcClient.create(database)),
                Duration.ofMillis(100),
                Stretch.LONGEST,
                projections);
    }

    static ReadingLoop loop(
            DataSource database,
            EventLog log,
            Positions positions,
            Duration gathering,
            Duration longestBatch,
            Projection... projections) {
        return new ReadingLoop(
                List.of(projections),
                log,
                positions,
                new ShadowTables(JdbcClient.create(database)),
                new JdbcTransactionManager(database),
                new SimpleMeterRegistry(),
                new SplittableRandom(7),
                gathering,
                longestBatch,
                true);
    }
}
