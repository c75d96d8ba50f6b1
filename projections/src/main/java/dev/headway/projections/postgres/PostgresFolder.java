package dev.headway.projections.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.home.SecretGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** What lies in {@code $HEADWAY_HOME/postgres}: programs, data, password, lock and log. */
record PostgresFolder(OwnerOnlyFolder folder, SecretGenerator secrets) {

    static final String SUPERUSER = "postgres";

    Path data() {
        return folder.resolve("data");
    }

    Path programs() {
        return folder.resolve("programs");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path log() {
        return folder.resolve("log");
    }

    /** The superuser's. */
    String password() {
        return folder.secret("password", secrets);
    }

    String applicationPassword() {
        return folder.secret("application-password", secrets);
    }

    String migratorPassword() {
        return folder.secret("migrator-password", secrets);
    }

    /** The process that the first line of {@code postmaster.pid} names, if there is one. */
    Optional<ProcessHandle> postmaster() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void removePidFile() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot remove " + pidFile(), e);
        }
    }

    /** Data is made beside and moved into place when whole, so a kill leaves nothing half made. */
    void initialize(PostgresBinaries programs) {
        if (Files.exists(data())) {
            return;
        }
        try {
            password();
            var unfinished = folder.resolve("data-unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + folder.resolve("password"),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            Files.move(unfinished, data(), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot make the database folder " + data(), e);
        }
    }

    /** The log of this run and of the one before are kept. */
    void rotateLog() {
        try {
            if (Files.exists(log())) {
                Files.move(log(), folder.resolve("log.old"), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot put PostgreSQL's old log aside", e);
        }
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }
}
