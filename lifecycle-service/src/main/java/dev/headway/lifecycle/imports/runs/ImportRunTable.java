package dev.headway.lifecycle.imports.runs;

import dev.headway.projections.identity.Actor;
import dev.headway.projections.retention.LegalHold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what is kept of each upload; {@link RejectedRowTable} has the rejected rows. */
@Component
public class ImportRunTable {

    /** Three times as long as a run is silent at most. */
    private static final Duration LAPSES_AFTER = Duration.ofSeconds(15);

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final Clock clock;
    private final Duration keep;
    private final LegalHold hold;

    ImportRunTable(
            JdbcClient database,
            Clock clock,
            @Value("${headway.imports.keep:P90D}") Duration keep,
            LegalHold hold) {
        this.database = database;
        this.clock = clock;
        this.keep = keep;
        this.hold = hold;
    }

    /**
     * An upload that begins.
     *
     * @param key under which it may be sent again; null for none
     * @param fingerprint of what was sent under it
     */
    public record Beginning(
            String id,
            boolean dryRun,
            Actor startedBy,
            int rows,
            List<String> ignoredColumns,
            @Nullable String key,
            @Nullable String fingerprint) {}

    /** How many rows had which outcome so far. */
    public record Progress(int created, int updated, int unchanged, int rejected) {}

    /** An upload that was sent under a key. */
    public record Keyed(ImportRun run, String fingerprint) {}

    /** Notes one that begins; false when its key is taken. */
    public boolean begin(Beginning begun) {
        return database.sql(
                                """
                                insert into import_run
                                       (import_id, dry_run, started_by, started_by_name,
                                        started_at, request_key, fingerprint, ignored_columns,
                                        rows, last_seen_at)
                                values (:import, :dry, :by, :name, :now, :key, :fingerprint,
                                        :ignored, :rows, :now)
                                on conflict do nothing
                                """)
                        .param("import", begun.id())
                        .param("dry", begun.dryRun())
                        .param("by", begun.startedBy().getName())
                        .param("name", begun.startedBy().shown())
                        .param("now", now())
                        .param("key", begun.key())
                        .param("fingerprint", begun.fingerprint())
                        .param("ignored", begun.ignoredColumns().toArray(String[]::new))
                        .param("rows", begun.rows())
                        .update()
                == 1;
    }

    /** Takes one up again that has broken off; false when somebody else did. */
    public boolean resume(String importId) {
        return database.sql(
                                """
                                update import_run
                                set    last_seen_at = :now
                                where  import_id    = :import
                                and    ended_at     is null
                                and    last_seen_at < :lapsed
                                """)
                        .param("import", importId)
                        .param("now", now())
                        .param("lapsed", Timestamp.from(lapsed()))
                        .update()
                == 1;
    }

    /** Says how far it has come; one that has ended stays as it ended. */
    public void progress(String importId, Progress so) {
        progress(importId, so, false, null);
    }

    /**
     * Says that it has ended.
     *
     * @param twins the first rows that were created though others are called the same
     * @param failure why not all of its rows were answered; null when they were
     */
    public void end(String importId, Progress so, List<TwinRow> twins, @Nullable String failure) {
        if (!twins.isEmpty()) {
            database.sql(
                            """
                            update import_run
                            set    twins = cast(:twins as jsonb)
                            where  import_id = :import
                            and    ended_at  is null
                            """)
                    .param("import", importId)
                    .param("twins", JSON.writeValueAsString(twins))
                    .update();
        }
        progress(importId, so, true, failure);
    }

    private void progress(String importId, Progress so, boolean ended, @Nullable String failure) {
        database.sql(
                        """
                        update import_run
                        set    created      = :created,
                               updated      = :updated,
                               unchanged    = :unchanged,
                               rejected     = :rejected,
                               last_seen_at = :now,
                               ended_at     = :ended,
                               failure      = :failure
                        where  import_id = :import
                        and    ended_at  is null
                        """)
                .param("import", importId)
                .param("created", so.created())
                .param("updated", so.updated())
                .param("unchanged", so.unchanged())
                .param("rejected", so.rejected())
                .param("now", now())
                .param("ended", ended ? now() : null)
                .param("failure", failure)
                .update();
    }

    /** Its key may be used by another: this one has failed. */
    public void releaseKey(String importId) {
        database.sql("update import_run set request_key = null where import_id = :import")
                .param("import", importId)
                .update();
    }

    public Optional<ImportRun> find(String importId) {
        return database.sql("select * from import_run where import_id = :import")
                .param("import", importId)
                .query(this::run)
                .optional();
    }

    /** What somebody sent under a key, as long as it is kept. */
    public Optional<Keyed> find(String startedBy, boolean dryRun, String key) {
        return database.sql(
                        """
                        select *
                        from   import_run
                        where  started_by  = :by
                        and    dry_run     = :dry
                        and    request_key = :key
                        """)
                .param("by", startedBy)
                .param("dry", dryRun)
                .param("key", key)
                .query((row, n) -> new Keyed(run(row, n), row.getString("fingerprint")))
                .optional();
    }

    /** The newest first, from those on that are older than one of them. */
    List<ImportRun> newest(@Nullable List<String> after, int limit) {
        return database.sql(
                        """
                        select   *
                        from     import_run
                        where    cast(:at as timestamptz) is null
                        or       (started_at, import_id) < (cast(:at as timestamptz), :import)
                        order by started_at desc, import_id desc
                        limit    :limit
                        """)
                .param("at", after == null ? null : Timestamp.from(Instant.parse(after.get(0))))
                .param("import", after == null ? "" : after.get(1))
                .param("limit", limit)
                .query(this::run)
                .list();
    }

    /** Forgets those that began long ago, with their rejected rows. */
    @Scheduled(fixedDelayString = "PT1H")
    void deleteOld() {
        hold.unlessInForce(
                () ->
                        database.sql("delete from import_run where started_at < :begun")
                                .param("begun", Timestamp.from(clock.instant().minus(keep)))
                                .update());
    }

    private ImportRun run(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        var failure = row.getString("failure");
        var created = row.getInt("created");
        var updated = row.getInt("updated");
        var unchanged = row.getInt("unchanged");
        var rejected = row.getInt("rejected");
        return new ImportRun(
                row.getString("import_id"),
                state(ended, failure, row.getTimestamp("last_seen_at").toInstant()),
                row.getBoolean("dry_run"),
                new ImportRun.Person(row.getString("started_by"), row.getString("started_by_name")),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt("rows"),
                created + updated + unchanged + rejected,
                created,
                updated,
                unchanged,
                rejected,
                List.of((String[]) row.getArray("ignored_columns").getArray()),
                List.of(JSON.readValue(row.getString("twins"), TwinRow[].class)),
                failure);
    }

    private ImportRunState state(
            @Nullable Timestamp ended, @Nullable String failure, Instant lastSeenAt) {
        if (ended != null) {
            return failure == null ? ImportRunState.FINISHED : ImportRunState.FAILED;
        }
        return lastSeenAt.isBefore(lapsed()) ? ImportRunState.INTERRUPTED : ImportRunState.RUNNING;
    }

    private Instant lapsed() {
        return clock.instant().minus(LAPSES_AFTER);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
