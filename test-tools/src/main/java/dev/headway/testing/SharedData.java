package dev.headway.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Real lifecycles that lie beside the project, in the nearest {@code shared/data} above this
 * module, or where the environment variable {@code HEADWAY_SHARED_DATA} says. A test that needs
 * them says that it assumes the file, and is skipped where it is not.
 */
public final class SharedData {

    private static final Path SHARED = Path.of("shared", "data");

    private SharedData() {}

    /** Where a file is, if it is there. */
    public static Path file(String name) {
        return folder().resolve(name);
    }

    private static Path folder() {
        var said = System.getenv("HEADWAY_SHARED_DATA");
        return said != null
                ? Path.of(said)
                : Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                        .map(above -> above.resolve(SHARED))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElse(Path.of("..").resolve(SHARED));
    }
}
