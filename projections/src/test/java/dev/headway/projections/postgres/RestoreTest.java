package dev.headway.projections.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.projections.home.SecretGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A moment is restored, and another one after that, from one backup and one archive. */
class RestoreTest {

    private static final SecretGenerator SECRETS = new SecretGenerator(new SecureRandom());

    @TempDir Path folder;

    private Instant moment = Instant.EPOCH;

    @BeforeEach
    void a_backup_and_what_came_after_it() throws IOException {
        try (var server = start()) {
            var database = HeadwayDatabase.on(server);
            database.superuser().execute("create table event (position bigint)");
            append(database, 1);
            new BaseBackup(
                            requireNonNull(database.superuser().getDataSource()),
                            home().resolve("data"))
                    .into(folder.resolve("backup"));
            append(database, 2);
            moment = now(database);
            append(database, 3);
        }
    }

    @Test
    void everything_and_then_a_moment() throws IOException {
        restore(null);
        assertThat(positions()).containsExactly(1L, 2L, 3L);
        try (var server = start()) {
            append(HeadwayDatabase.on(server), 4);
        }

        restore(moment);
        assertThat(positions()).containsExactly(1L, 2L);

        restore(null);
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void what_was_not_archived_comes_out_of_the_data_that_was_there() throws IOException {
        try (var archived = Files.list(folder.resolve("archive"))) {
            for (var segment : archived.toList()) {
                Files.delete(segment);
            }
        }

        restore(null);

        assertThat(positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_moment_that_nobody_knows_is_refused_and_what_was_there_is_put_aside() {
        assertThatThrownBy(() -> restore(Instant.now().plus(Duration.ofDays(1))))
                .hasMessageContaining("what was there is in");
    }

    private void restore(@Nullable Instant until) throws IOException {
        try {
            new Restore(
                            home(),
                            folder.resolve("backup"),
                            folder.resolve("archive"),
                            until,
                            Clock.systemUTC())
                    .run();
        } catch (EmbeddedPostgresException e) {
            throw new EmbeddedPostgresException(
                    e.getMessage() + "\n" + Files.readString(home().resolve("log")), e);
        }
    }

    private List<Long> positions() {
        try (var server = start()) {
            return HeadwayDatabase.on(server)
                    .superuser()
                    .queryForList("select position from event order by position", Long.class);
        }
    }

    private static void append(HeadwayDatabase database, long position) {
        database.superuser().update("insert into event values (?)", position);
    }

    private static Instant now(HeadwayDatabase database) {
        var now = "select extract(epoch from clock_timestamp()) * 1000000";
        var micros = requireNonNull(database.superuser().queryForObject(now, Long.class));
        return Instant.EPOCH.plus(Duration.ofNanos(micros * 1_000));
    }

    private PostgresServer start() {
        return PostgresServer.start(
                home(),
                SECRETS,
                () -> {},
                PostgresSettings.archiving(folder.resolve("archive"), Duration.ofMinutes(1)));
    }

    private Path home() {
        return folder.resolve("postgres");
    }
}
