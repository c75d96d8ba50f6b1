package dev.headway.projections.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Files that are there, whole, once they were written, and gone once they were deleted. */
final class DurableFiles {

    private static final String ZERO = "0";

    private DurableFiles() {}

    /** Writes a file that nobody has written yet; false where somebody has, on whichever node. */
    static boolean writeNew(Path file, String text) throws IOException {
        var whole = file.resolveSibling("new-" + UUID.nameUUIDFromBytes(text.getBytes(UTF_8)));
        Files.deleteIfExists(whole);
        try (var channel =
                FileChannel.open(
                        whole,
                        Set.of(CREATE_NEW, WRITE),
                        asFileAttribute(fromString("rw-------")))) {
            write(channel, text);
        }
        try {
            Files.createLink(file, whole);
            return true;
        } catch (FileAlreadyExistsException known) {
            return false;
        } finally {
            Files.deleteIfExists(whole);
            forceFolderOf(file);
        }
    }

    /** Overwritten, as far as the disk lets anybody, and gone; another node may be as far. */
    static void destroy(Path file) throws IOException {
        try (var channel = FileChannel.open(file, WRITE)) {
            write(channel, ZERO.repeat((int) channel.size()));
        } catch (NoSuchFileException _) {
            return;
        }
        delete(file);
    }

    /** Gone, of what holds no secret. */
    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            forceFolderOf(file);
        }
    }

    /** Whether a crash left it behind when it was overwritten and not gone yet. */
    static boolean isOverwritten(String text) {
        return text.replace(ZERO, "").isBlank();
    }

    static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** Keeps what a folder knows of a file. */
    static void forceFolderOf(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        try (var channel = FileChannel.open(Objects.requireNonNull(folder), READ)) {
            channel.force(true);
        }
    }
}
