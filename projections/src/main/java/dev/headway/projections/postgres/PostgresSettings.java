package dev.headway.projections.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server is told beside what is the same for all: where its write-ahead log is archived, and
 * up to where it is restored. The file is Headway's; it is written anew before every start.
 */
record PostgresSettings(List<String> lines) {

    /** Without anything that the shell, PostgreSQL or its settings file would read as its own. */
    private static final Pattern PLAIN = Pattern.compile("[^'\"`$\\\\%\\n]+");

    /** Whole or not at all, and never over another one. */
    private static final String COMPRESS =
            "if test -f {kept}.gz; then gunzip -c {kept}.gz | cmp -s - \"%p\";"
                    + " else gzip -c < \"%p\" > {kept}.new && sync {kept}.new && mv {kept}.new {kept}.gz;"
                    + " fi";

    private static final String FILE = "postgresql.auto.conf";

    /**
     * @param archive a folder for segments of the write-ahead log; none keeps none
     * @param atLeastEvery how old a change may get before it is archived
     */
    static PostgresSettings archiving(@Nullable Path archive, Duration atLeastEvery) {
        if (archive == null) {
            return new PostgresSettings(List.of());
        }
        var kept = quoted(made(archive)) + "/%f";
        var command = COMPRESS.replace("{kept}", kept);
        return new PostgresSettings(
                List.of(
                        "archive_mode = on",
                        "archive_command = '%s'".formatted(command),
                        "archive_timeout = %ds".formatted(atLeastEvery.toSeconds())));
    }

    /**
     * The same, and what is archived is read back first.
     *
     * @param rest where segments are that were not archived any more
     * @param until up to when; to the end otherwise
     */
    PostgresSettings restoring(Path archive, @Nullable Path rest, @Nullable Instant until) {
        var all = new ArrayList<>(lines);
        var command = "gunzip -c %s/%%f.gz > \"%%p\"".formatted(quoted(archive));
        if (rest != null) {
            command += " || cp %s/%%f \"%%p\"".formatted(quoted(rest));
        }
        all.add("restore_command = '%s'".formatted(command));
        all.add("recovery_target_action = 'promote'");
        if (until != null) {
            var moment = until.toString().replace("Z", "+00"); // letters are not known there yet
            all.add("recovery_target_time = '%s'".formatted(moment));
        }
        return new PostgresSettings(List.copyOf(all));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot make the folder " + folder, e);
        }
    }

    void writeInto(Path data) {
        try {
            Files.write(data.resolve(FILE), lines);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot write PostgreSQL's settings", e);
        }
    }

    private static String quoted(Path path) {
        var text = path.toAbsolutePath().toString();
        if (!PLAIN.matcher(text).matches()) {
            throw new EmbeddedPostgresException(
                    "A folder for the write-ahead log has a plain name, without quotes, $, %% and backslashes: %s"
                            .formatted(text));
        }
        return '"' + text + '"';
    }
}
