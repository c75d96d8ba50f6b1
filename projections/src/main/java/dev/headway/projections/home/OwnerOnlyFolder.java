package dev.headway.projections.home;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.Supplier;

/** A folder with rights 700 whose secrets are files with rights 600. */
public final class OwnerOnlyFolder {

    private static final Set<PosixFilePermission> FOLDER_RIGHTS = fromString("rwx------");
    private static final Set<PosixFilePermission> FILE_RIGHTS = fromString("rw-------");

    private final Path path;

    private OwnerOnlyFolder(Path path) {
        this.path = path;
    }

    /** The folder at {@code path}, made when missing; rights that are too wide are taken back. */
    public static OwnerOnlyFolder at(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            make(path);
            Files.setPosixFilePermissions(path, FOLDER_RIGHTS);
            return new OwnerOnlyFolder(path.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + path, e);
        }
    }

    private static void make(Path path) throws IOException {
        if (Files.notExists(path)) {
            try {
                Files.createDirectory(path, asFileAttribute(FOLDER_RIGHTS));
            } catch (FileAlreadyExistsException _) {
                // another node that starts was first
            }
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** A secret that is made at the first call and kept in a file. */
    public String secret(String name, SecretGenerator secrets) {
        return keep(name, () -> secrets.generate().value());
    }

    /** The file's text; when there is no file, the text that {@code make} gives is kept first. */
    public String keep(String name, Supplier<String> make) {
        var file = resolve(name);
        try {
            if (Files.notExists(file)) {
                write(file, make.get());
            }
            Files.setPosixFilePermissions(file, FILE_RIGHTS);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + file, e);
        }
    }

    /**
     * Whole or not at all: a killed run leaves no half secret behind. Of several that make one at
     * the same moment the first is kept, and what the others made is forgotten: unlike a move, a
     * link takes nothing's place.
     */
    private void write(Path file, String text) throws IOException {
        var whole = Files.createTempFile(path, "new-", null, asFileAttribute(FILE_RIGHTS));
        try {
            Files.writeString(whole, text + "\n");
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException _) {
            // somebody else was first, and theirs is read
        } finally {
            Files.delete(whole);
        }
    }
}
