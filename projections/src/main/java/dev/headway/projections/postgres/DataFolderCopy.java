package dev.headway.projections.postgres;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Copies a data folder, also while its server runs: what comes and goes meanwhile is made good by
 * the write-ahead log. Files are on disk when it returns.
 */
record DataFolderCopy(Path from, Path to) {

    /** What a server makes anew, as PostgreSQL's manual lists it for backups. */
    private static final Set<String> EMPTY_FOLDERS =
            Set.of(
                    "pg_wal",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans",
                    "pg_replslot");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    private static final Path CONTROL = Path.of("global", "pg_control");

    /** Everything but the write-ahead log. */
    void copyFiles() throws IOException {
        for (var path : below(from)) {
            var place = from.relativize(path);
            if (!place.equals(CONTROL) && !isLeftOut(place)) {
                copy(place);
            }
        }
        copy(CONTROL); // last, as it says from where the log is read
    }

    /** The write-ahead log as it is by now. */
    void copyLog() throws IOException {
        for (var path : below(from.resolve("pg_wal"))) {
            copy(from.relativize(path));
        }
    }

    /** A folder that nobody changes meanwhile, as it is. */
    void copyAll() throws IOException {
        for (var path : below(from)) {
            copy(from.relativize(path));
        }
    }

    private static boolean isLeftOut(Path place) {
        var name = place.getFileName().toString();
        return LEFT_OUT.contains(name)
                || name.startsWith("pgsql_tmp")
                || place.getNameCount() > 1 && EMPTY_FOLDERS.contains(place.getName(0).toString());
    }

    private static List<Path> below(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.toList();
        }
    }

    private void copy(Path place) throws IOException {
        var target = to.resolve(place.toString());
        try {
            if (Files.isDirectory(from.resolve(place))) {
                Files.createDirectories(target);
                Files.setPosixFilePermissions(
                        target, Files.getPosixFilePermissions(from.resolve(place)));
                return;
            }
            Files.copy(from.resolve(place), target, COPY_ATTRIBUTES);
            try (var file = FileChannel.open(target, READ)) {
                file.force(true);
            }
        } catch (NoSuchFileException dropped) {
            if (place.equals(CONTROL)) {
                throw dropped;
            }
        }
    }
}
