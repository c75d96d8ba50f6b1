package dev.headway.projections.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

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

    /** Whole or not at all. */
    void keep(String checkpoint) {
        try {
            Files.createDirectories(file.getParent());
            var whole = Files.createTempFile(file.getParent(), "checkpoint-", null);
            Files.writeString(whole, checkpoint, UTF_8);
            Files.move(whole, file, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the checkpoint in " + file, e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
