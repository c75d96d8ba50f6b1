package dev.headway.lifecycle.observability;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Prometheus' own program that holds rules to their tests. {@code ./headway test} installs it. */
final class Promtool {

    static final String MISSING =
            "Rules are not held to their tests: promtool is missing (Debian's package prometheus)";

    private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

    private Promtool() {}

    /** What it ended with, and all that it said. */
    record Ended(int status, String said) {}

    static boolean isThere() {
        return SEPARATOR
                .splitAsStream(String.valueOf(System.getenv("PATH")))
                .map(each -> Path.of(each, "promtool"))
                .anyMatch(Files::isExecutable);
    }

    static Ended run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
