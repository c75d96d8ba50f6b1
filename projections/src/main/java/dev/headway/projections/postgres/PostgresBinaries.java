package dev.headway.projections.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.util.FileSystemUtils;

/** The programs of PostgreSQL, unpacked once for each version from the archive in our jar. */
final class PostgresBinaries {

    private final Path bin;

    private PostgresBinaries(Path bin) {
        this.bin = bin;
    }

    static PostgresBinaries unpackInto(Path folder) {
        try {
            var archive = PostgresArchive.read();
            var home = folder.resolve(DigestUtils.sha256Hex(archive).substring(0, 16));
            if (Files.notExists(home)) {
                var unfinished = folder.resolve("unfinished");
                FileSystemUtils.deleteRecursively(unfinished);
                PostgresArchive.unpack(new ByteArrayInputStream(archive), unfinished);
                Files.move(unfinished, home, ATOMIC_MOVE);
            }
            return new PostgresBinaries(home.resolve("bin"));
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot unpack PostgreSQL into " + folder, e);
        }
    }

    /** Runs a program to its end and gives what it printed. */
    String run(String program, List<String> arguments) {
        try {
            var process = new ProcessBuilder(command(program, arguments)).redirectErrorStream(true);
            var running = process.start();
            running.getOutputStream().close();
            var printed = new String(running.getInputStream().readAllBytes(), UTF_8).strip();
            if (running.waitFor() != 0) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL's %s failed: %s".formatted(program, printed));
            }
            return printed;
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot run PostgreSQL's " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(
                    "Interrupted while running PostgreSQL's " + program, e);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace of its own takes that power away. */
    private List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        return command;
    }
}
