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
 * Whether an import is running, during which nobody is told anything, nor until what it brought is
 * evaluated. One that has broken off no longer counts a minute after the last that was heard of it:
 * an event of its own, or its {@link ImportHeartbeats heartbeat}.
 */
@Component
public class RunningImports {

    private static final Duration LAPSES_AFTER = Duration.ofSeconds(60);

    private final JdbcClient database;

    public RunningImports(JdbcClient database) {
        this.database = database;
    }

    public boolean isQuietAt(Instant now) {
        return database.sql(
                        """
                        select exists (select
                                       from   running_import r
                                              left join import_heartbeat b using (import_id)
                                       where  finished_position is null
                                       and    greatest(last_seen_at, last_beat_at) > :lapsed
                                       or     last_seen_at > :lapsed
                                       and    finished_position > coalesce(
                                                  (select position
                                                   from   projection_position
                                                   where  projection = :evaluated), 0))
                        """)
                .param("lapsed", Timestamp.from(now.minus(LAPSES_AFTER)))
                .param("evaluated", WatchedPartnerships.EVALUATED)
                .query(Boolean.class)
                .single();
    }

    void on(RecordedEvent recorded, ImportEvent event) {
        switch (event) {
            case ImportStarted started -> start(started.importId(), recorded);
            case ImportFinished finished ->
                    database.sql(
                                    """
                                    update running_import
                                    set    finished_position = :position,
                                           last_seen_at      = :at
                                    where  import_id = :import
                                    """)
                            .param("import", finished.importId())
                            .param("position", recorded.position())
                            .param("at", Timestamp.from(recorded.recordedAt()))
                            .update();
        }
    }

    /**
     * Rows of an import carry its correlation, which the newest import of those that had it has.
     */
    void seen(List<RecordedEvent> page) {
        page.stream()
                .filter(each -> each.provenance().channel().equals(Channel.IMPORT.name()))
                .filter(each -> !(each.event() instanceof ImportEvent))
                .reduce((_, newer) -> newer)
                .ifPresent(this::seen);
    }

    private void seen(RecordedEvent newest) {
        database.sql(
                        """
                        update running_import
                        set    last_seen_at = greatest(last_seen_at, :at)
                        where  import_id = (select   import_id
                                            from     running_import
                                            where    correlation_id   = :correlation
                                            and      started_position < :position
                                            order by started_position desc
                                            limit    1)
                        and    finished_position is null
                        """)
                .param("at", Timestamp.from(newest.recordedAt()))
                .param("correlation", newest.provenance().correlationId())
                .param("position", newest.position())
                .update();
    }

    private void start(String importId, RecordedEvent recorded) {
        database.sql("delete from running_import where last_seen_at < :lapsed")
                .param("lapsed", Timestamp.from(recorded.recordedAt().minus(Duration.ofDays(1))))
                .update();
        database.sql(
                        """
                        insert into running_import
                               (import_id, correlation_id, started_position, last_seen_at)
                        values (:import, :correlation, :position, :at)
                        on conflict (import_id) do nothing
                        """)
                .param("import", importId)
                .param("correlation", recorded.provenance().correlationId())
                .param("position", recorded.position())
                .param("at", Timestamp.from(recorded.recordedAt()))
                .update();
    }
}
