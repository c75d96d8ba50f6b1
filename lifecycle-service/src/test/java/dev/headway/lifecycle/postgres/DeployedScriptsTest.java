package dev.headway.lifecycle.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The scripts for a PostgreSQL of one's own, with a server and tools of whatever version Debian has
 * installed; left out where it has none. Nothing of them is of a version.
 */
class DeployedScriptsTest {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Path SCRIPTS = Path.of("../deploy/postgres").toAbsolutePath().normalize();
    private static final Path TRIED =
            Path.of("src/test/resources/postgres/backup-and-restore.sh").toAbsolutePath();

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("deployed"); // a short path, as sockets need it
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void a_moment_comes_back_and_everything_that_was_not_archived_yet_as_well() throws Exception {
        var tools = tools();
        assumeThat(tools).as("apt-get install postgresql").isPresent();
        var command = new ArrayList<String>();
        if (isRoot()) { // as whom no server runs
            run(List.of("chown", "postgres", folder.toString()));
            run(List.of("cp", "-r", SCRIPTS.toString(), TRIED.toString(), folder.toString()));
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        } else {
            run(List.of("cp", "-r", SCRIPTS.toString(), TRIED.toString(), folder.toString()));
        }
        var place = folder.resolve("place");
        command.addAll(
                List.of(
                        "env",
                        "PATH=" + tools.orElseThrow() + ":" + System.getenv("PATH"),
                        "bash",
                        "-c",
                        "mkdir \"$2\" && exec bash backup-and-restore.sh \"$1\" \"$2\"",
                        "tried",
                        folder.resolve("postgres").toString(),
                        place.toString()));

        assertThat(run(command).lines()).containsExactly("at the moment: 1 2", "everything: 1 2 3");
    }

    private String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).directory(folder.toFile());
        var running = process.redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Of the newest version there is. */
    private static Optional<Path> tools() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_basebackup")))
                    .max(Comparator.naturalOrder());
        }
    }
}
