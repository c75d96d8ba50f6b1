package dev.headway.lifecycle.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real lifecycles that lie beside the project, in the nearest {@code shared/data} above this
 * module, or where the environment variable {@code HEADWAY_SHARED_DATA} says. A test that needs
 * them is skipped where they are not.
 */
final class SharedData {

    private static final Path SHARED = Path.of("shared", "data");

    private SharedData() {}

    static Path file(String name) {
        var file = folder().resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "skipped: there is no real data at " + file);
        return file;
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
