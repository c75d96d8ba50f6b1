package dev.headway.lifecycle.sealing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A checkout as {@code ./headway run} leaves it: the script, and beside it what was built, which is
 * this test's own class path.
 */
record BuiltCheckout(Path folder) {

    private static final Path SCRIPT = Path.of("../headway").toAbsolutePath().normalize();

    static BuiltCheckout in(Path folder) throws IOException {
        var libraries = Files.createDirectories(folder.resolve("lifecycle-service/target/app/lib"));
        Files.copy(SCRIPT, folder.resolve("headway"));
        var number = 0;
        for (var each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var part = Path.of(each).toAbsolutePath();
            var jar = libraries.resolve(number++ + ".jar");
            if (Files.isDirectory(part)) {
                pack(part, jar);
            } else if (Files.exists(part)) {
                Files.createSymbolicLink(jar, part);
            }
        }
        return new BuiltCheckout(folder);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (var found = Files.walk(classes)) {
            files = found.filter(each -> each.toString().endsWith(".class")).toList();
        }
        try (var packed = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files) {
                packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, packed);
            }
        }
    }

    /** A shell in it, for a service with this home on this port. */
    ProcessBuilder bash(String script, String home, int port) {
        var bash = new ProcessBuilder("bash", "-uc", script).directory(folder.toFile());
        bash.environment().put("JAVA_HOME", System.getProperty("java.home"));
        bash.environment().put("HEADWAY_AS_BUILT", "yes");
        bash.environment().put("HEADWAY_HOME", home);
        bash.environment().put("SERVER_PORT", String.valueOf(port));
        return bash.redirectErrorStream(true);
    }
}
