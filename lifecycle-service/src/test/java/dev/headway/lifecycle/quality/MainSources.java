package dev.headway.lifecycle.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The main sources of every module, and those of its tests, as they lie in the checkout. */
final class MainSources {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");

    private MainSources() {}

    static List<Path> ofEveryModule() throws IOException {
        return in(folders());
    }

    static List<Path> testsOfEveryModule() throws IOException {
        return in(folders(TESTS));
    }

    private static List<Path> in(List<Path> folders) throws IOException {
        var all = new ArrayList<Path>();
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    /** Where the packages of each module begin. */
    static List<Path> folders() throws IOException {
        return folders(SOURCES);
    }

    private static List<Path> folders(Path sources) throws IOException {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(sources))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }
}
