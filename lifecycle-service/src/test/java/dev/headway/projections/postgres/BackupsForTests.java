package dev.headway.projections.postgres;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** Backups and restores of the embedded server, as the script makes them. */
public final class BackupsForTests {

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    private BackupsForTests() {}

    /** 0 when it is made. */
    public static int backup(Path home, Path backup) {
        return BackupCommand.run(NOWHERE, home.toString(), backup.toString());
    }

    /** 0 when the folder is as it was at that moment. */
    public static int restore(Path home, Path backup, Path archive, Instant until) {
        return RestoreCommand.run(
                NOWHERE,
                home.toString(),
                backup.toString(),
                "--archive=" + archive,
                "--until=" + until);
    }
}
