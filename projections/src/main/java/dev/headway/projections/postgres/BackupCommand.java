package dev.headway.projections.postgres;

import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.home.SecretGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code ./headway backup <folder>}: copies the embedded server's data, whether or not Headway
 * runs.
 */
public final class BackupCommand {

    private BackupCommand() {}

    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /**
     * @param arguments {@code HEADWAY_HOME}, and a folder that is not there yet
     * @return 0, or 1 when there is no backup, and the reason was printed
     */
    static int run(PrintStream out, String... arguments) {
        if (arguments.length != 2) {
            out.println("usage: ./headway backup <folder>");
            return 2;
        }
        try {
            back(out, Path.of(arguments[0]).resolve("postgres"), Path.of(arguments[1]));
            return 0;
        } catch (EmbeddedPostgresException e) {
            out.println("headway: " + e.getMessage());
            return 1;
        }
    }

    private static void back(PrintStream out, Path home, Path target) {
        var secrets = new SecretGenerator(new SecureRandom());
        if (Files.exists(target) || !Files.isDirectory(home.resolve("data"))) {
            throw new EmbeddedPostgresException(
                    Files.exists(target)
                            ? target + " is there already"
                            : "There is no embedded PostgreSQL in " + home);
        }
        var folder = new PostgresFolder(OwnerOnlyFolder.at(home), secrets);
        if (folder.postmaster().isPresent()) {
            report(out, target, new BaseBackup(superuser(folder), folder.data()));
            return;
        }
        try (var _ = PostgresServer.start(home, secrets, () -> {})) {
            report(out, target, new BaseBackup(superuser(folder), folder.data()));
        }
    }

    private static void report(PrintStream out, Path target, BaseBackup backup) {
        out.println("Backed up into %s at %s".formatted(target, backup.into(target)));
    }

    /** Of the server that runs on the folder, whoever started it. */
    private static PGSimpleDataSource superuser(PostgresFolder folder) {
        try {
            var port = Files.readAllLines(folder.data().resolve("postmaster.pid")).get(3).strip();
            var server = new PGSimpleDataSource();
            server.setUrl("jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port));
            server.setUser(PostgresFolder.SUPERUSER);
            server.setPassword(folder.password());
            return server;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new EmbeddedPostgresException("PostgreSQL is just starting or ending", e);
        }
    }
}
