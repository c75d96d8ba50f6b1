package dev.headway.projections.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * A copy of a running server's data from which it can be started again: PostgreSQL's own low-level
 * backup, with all of the write-ahead log that it needs. Commands go on meanwhile.
 */
record BaseBackup(DataSource superuser, Path data) {

    /** In a backup's folder. */
    static final String DATA = "data";

    private static final String MADE = "backup.txt";

    /** Until it is copied, PostgreSQL keeps what it wrote; gone with this connection. */
    private static final String KEEP_LOG =
            "select pg_create_physical_replication_slot('headway_backup', true, true)";

    private static final String BEGIN = "select pg_backup_start('headway', true)";
    private static final String END = "select labelfile from pg_backup_stop(false)";

    private static final String NOW =
            """
            select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            """;

    /**
     * @param folder made by it
     * @return when it ended: it can be restored as of any later moment
     */
    Instant into(Path folder) {
        try (var connection = superuser.getConnection()) {
            Files.createDirectories(folder.resolve(DATA));
            var copy = new DataFolderCopy(data, folder.resolve(DATA));
            ask(connection, KEEP_LOG);
            ask(connection, BEGIN);
            copy.copyFiles();
            var label = ask(connection, END);
            Files.writeString(folder.resolve(DATA).resolve("backup_label"), label);
            copy.copyLog();
            var ended = Instant.parse(ask(connection, NOW));
            Files.writeString(folder.resolve(MADE), "A backup of Headway, made " + ended + "\n");
            return ended;
        } catch (IOException | SQLException e) {
            throw new EmbeddedPostgresException(
                    "There is no backup in %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Whether somebody's backup lies there, and whole. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(MADE));
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
