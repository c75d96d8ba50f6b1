package dev.headway.projections.watching.tracking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says every few seconds that an import is still running, also where its rows bring nothing new.
 * Whoever imports calls it; {@link RunningImports} listens, on every node.
 */
@Component
public class ImportHeartbeats {

    private static final Logger LOG = LoggerFactory.getLogger(ImportHeartbeats.class);

    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final Clock clock;

    public ImportHeartbeats(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An import that is running until it is closed. */
    public interface Beating extends AutoCloseable {

        @Override
        void close();
    }

    /** Beats at once, and until the import is closed or this process ends. */
    public Beating start(String importId) {
        var over = new CountDownLatch(1);
        beat(importId);
        Thread.ofVirtual().name("heartbeat-" + importId).start(() -> beatUntil(over, importId));
        return () -> {
            over.countDown();
            stop(importId);
        };
    }

    private void beatUntil(CountDownLatch over, String importId) {
        try {
            while (!over.await(BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS)) {
                beat(importId);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that fails is made up for by the next. */
    private void beat(String importId) {
        try {
            database.sql(
                            """
                            insert into import_heartbeat (import_id, last_beat_at)
                            values (:import, :now)
                            on conflict (import_id) do update
                            set    last_beat_at = excluded.last_beat_at
                            """)
                    .param("import", importId)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (RuntimeException failure) {
            LOG.warn("No heartbeat of {}: {}", importId, failure.getMessage());
        }
    }

    /** Those of imports that broke off long ago go as well. */
    private void stop(String importId) {
        try {
            database.sql(
                            """
                            delete from import_heartbeat
                            where  import_id = :import or last_beat_at < :lapsed
                            """)
                    .param("import", importId)
                    .param("lapsed", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                    .update();
        } catch (RuntimeException failure) {
            LOG.warn("The heartbeat of {} stays behind: {}", importId, failure.getMessage());
        }
    }
}
