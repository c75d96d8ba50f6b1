package dev.headway.projections.watching.tracking;

import dev.headway.contracts.Channel;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.ImportEvent.ImportFinished;
import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.projections.log.RecordedEvent;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an import is running, during which nobody is told anything. One that has broken off no
 * longer counts a minute after the last that was heard of it.
 */
@Component
public class RunningImports {

    private static final Duration LAPSES_AFTER = Duration.ofSeconds(60);

    private final JdbcClient database;

    public RunningImports(JdbcClient database) {
        this.database = database;
    }

    public boolean isAnyAt(Instant now) {
        return database.sql(
                        """
                        select exists (select from running_import where last_seen_at > :lapsed)
                        """)
                .param("lapsed", Timestamp.from(now.minus(LAPSES_AFTER)))
                .query(Boolean.class)
                .single();
    }

    void on(RecordedEvent recorded, ImportEvent event) {
        switch (event) {
            case ImportStarted started ->
                    database.sql(
                                    """
                                    insert into running_import
                                           (import_id, correlation_id, last_seen_at)
                                    values (:import, :correlation, :at)
                                    on conflict (import_id) do nothing
                                    """)
                            .param("import", started.importId())
                            .param("correlation", recorded.provenance().correlationId())
                            .param("at", Timestamp.from(recorded.recordedAt()))
                            .update();
            case ImportFinished finished ->
                    database.sql("delete from running_import where import_id = :import")
                            .param("import", finished.importId())
                            .update();
        }
    }

    /** Rows of an import carry its correlation. */
    void seen(List<RecordedEvent> page) {
        page.stream()
                .filter(each -> each.provenance().channel().equals(Channel.IMPORT.name()))
                .reduce((_, newer) -> newer)
                .ifPresent(
                        newest ->
                                database.sql(
                                                """
                                                update running_import
                                                set    last_seen_at   = :at
                                                where  correlation_id = :correlation
                                                """)
                                        .param("at", Timestamp.from(newest.recordedAt()))
                                        .param("correlation", newest.provenance().correlationId())
                                        .update());
    }
}
