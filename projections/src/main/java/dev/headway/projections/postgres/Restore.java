package dev.headway.projections.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.home.SecretGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A backup in the place of what there is, which is put aside and never deleted; then everything
 * that was archived since, up to a moment or to the end. What waited to be told is not told again.
 *
 * @param home of the embedded server, with its passwords
 * @param archive of the write-ahead log; without one, what is in the backup is restored
 * @param until as of when; everything otherwise
 * @param clock names what is put aside
 */
record Restore(
        Path home, Path backup, @Nullable Path archive, @Nullable Instant until, Clock clock) {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** What somebody is to read about it. */
    String run() {
        requireSense();
        var secrets = new SecretGenerator(new SecureRandom());
        var folder = new PostgresFolder(OwnerOnlyFolder.at(home), secrets);
        var before = putInPlace(folder);
        var aside = before == null ? "" : "; what was there is in " + before;
        try (var server = PostgresServer.start(home, secrets, () -> {}, settings(before))) {
            var database = HeadwayDatabase.superuserOf(server);
            awaitRestored(server, database);
            return "Restored %s up to position %d%s. Before ./headway run, read docs/operations/backup.md."
                    .formatted(backup, note(database), aside);
        } catch (EmbeddedPostgresException e) {
            throw new EmbeddedPostgresException(
                    "%s was not restored%s. %s".formatted(backup, aside, e.getMessage()), e);
        }
    }

    private void requireSense() {
        if (!BaseBackup.isIn(backup)) {
            throw new EmbeddedPostgresException("There is no backup in " + backup);
        }
        if (until != null && archive == null) {
            throw new EmbeddedPostgresException("--until needs --archive");
        }
        if (!Files.exists(home.resolve("password"))) {
            throw new EmbeddedPostgresException(
                    "The database's password is not in %s; bring the secrets of HEADWAY_HOME back first"
                            .formatted(home));
        }
    }

    /**
     * @return where the data is that was there
     */
    private @Nullable Path putInPlace(PostgresFolder folder) {
        try (var _ = PostgresLock.take(folder.lock())) {
            var programs = PostgresBinaries.unpackInto(folder.programs());
            new OrphanedPostgres(folder, new PgCtl(folder, programs)).stop();
            var unfinished = home.resolve("data-unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            new DataFolderCopy(backup.resolve(BaseBackup.DATA), unfinished).copyAll();
            if (archive != null) {
                Files.createFile(unfinished.resolve("recovery.signal"));
            }
            var before = putAside(folder.data());
            Files.move(unfinished, folder.data(), ATOMIC_MOVE);
            return before;
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot restore into " + home, e);
        }
    }

    private @Nullable Path putAside(Path data) throws IOException {
        if (Files.notExists(data)) {
            return null;
        }
        return Files.move(
                data, home.resolve("data-before-" + NAME.format(clock.instant())), ATOMIC_MOVE);
    }

    /** What was not archived any more is in the data that was there, unless the disk is gone. */
    private PostgresSettings settings(@Nullable Path before) {
        var settings = PostgresSettings.archiving(archive, Duration.ofMinutes(1));
        return archive == null
                ? settings
                : settings.restoring(
                        archive, before == null ? null : before.resolve("pg_wal"), until);
    }

    private void awaitRestored(PostgresServer server, JdbcTemplate database) {
        while (isRecovering(server, database)) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean isRecovering(PostgresServer server, JdbcTemplate database) {
        try {
            return Boolean.TRUE.equals(
                    database.queryForObject("select pg_is_in_recovery()", Boolean.class));
        } catch (DataAccessException e) {
            if (server.process().isAlive()) {
                return true;
            }
            throw new EmbeddedPostgresException(
                    "PostgreSQL could not be restored%s; %s says why"
                            .formatted(until == null ? "" : " as of " + until, home.resolve("log")),
                    e);
        }
    }

    /** So that what was told before is not told again. */
    private static long note(JdbcTemplate database) {
        var isKnown = "select to_regprocedure('note_restore(timestamptz)') is not null";
        if (Boolean.TRUE.equals(database.queryForObject(isKnown, Boolean.class))) {
            database.execute("select note_restore(now())");
        }
        var head = "select coalesce(max(position), 0) from event";
        var position = database.queryForObject(head, Long.class);
        return position == null ? 0 : position;
    }
}
