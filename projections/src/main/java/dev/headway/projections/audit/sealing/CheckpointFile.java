package dev.headway.projections.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The newest checkpoint, kept outside of the database: whoever rewrites the one has the other
 * against them. As {@code ./headway verify --checkpoint} takes it.
 */
@Component
class CheckpointFile {

    private final Path file;

    CheckpointFile(SealingProperties properties) {
        this.file = properties.file().toAbsolutePath();
    }

    /** What was kept last; empty before the first checkpoint. */
    Optional<String> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checkpoint in " + file, e);
        }
    }

    /** Whole or not at all; the last one of a log before this one stays beside it. */
    void keep(String checkpoint) {
        try {
            var before = read().map(CheckpointFile::origin).orElse("");
            if (!before.isEmpty() && !before.equals(origin(checkpoint))) {
                Files.copy(file, beside(before), REPLACE_EXISTING);
            }
            Files.createDirectories(file.getParent());
            var whole = Files.createTempFile(file.getParent(), "checkpoint-", null);
            Files.writeString(whole, checkpoint, UTF_8);
            Files.move(whole, file, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the checkpoint in " + file, e);
        }
    }

    private static String origin(String checkpoint) {
        return checkpoint.lines().findFirst().orElse("");
    }

    private Path beside(String origin) {
        var name = file.getFileName() + "-of-" + origin.replaceAll("[^A-Za-z0-9.-]", "_");
        return file.resolveSibling(name);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
