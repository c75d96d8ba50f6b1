package dev.headway.lifecycle.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The main sources of every module, as they lie in the checkout. */
final class MainSources {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path SOURCES = Path.of("src", "main", "java");

    private MainSources() {}

    static List<Path> ofEveryModule() throws IOException {
        var all = new ArrayList<Path>();
        for (var folder : folders()) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    /** Where the packages of each module begin. */
    static List<Path> folders() throws IOException {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(SOURCES))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }
}
