package dev.headway.projections.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Held for as long as this process uses the database folder. The operating system lets go of it
 * when the process dies, however it dies, so whoever holds it may stop what an earlier run left.
 */
final class PostgresLock implements AutoCloseable {

    private final FileChannel channel;

    private PostgresLock(FileChannel channel) {
        this.channel = channel;
    }

    static PostgresLock take(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, CREATE, WRITE);
            if (channel.tryLock() != null) {
                return new PostgresLock(channel);
            }
            throw taken(file, channel, null);
        } catch (OverlappingFileLockException e) {
            throw taken(file, channel, e);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot lock " + file, e);
        }
    }

    private static EmbeddedPostgresException taken(
            Path file, @Nullable FileChannel channel, @Nullable Exception cause) {
        if (channel != null) {
            new PostgresLock(channel).close();
        }
        return new EmbeddedPostgresException(
                "Another Headway is running on this HEADWAY_HOME (it holds %s). Stop it, or give this one a home of its own."
                        .formatted(file),
                cause);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot unlock the database folder", e);
        }
    }
}
