package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README and the tour show was really printed, and the README stays short. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CALLS = block("bash");
    private static final Pattern ANSWERS = block("console");
    private static final String BETWEEN = "=====";

    @TempDir Path home;

    @Test
    void the_readme_is_read_in_a_few_minutes() throws IOException {
        assertThat(Files.size(ROOT.resolve("README.md"))).isLessThanOrEqualTo(10 * 1024);
    }

    @ParameterizedTest
    @CsvSource({"README.md, 3", "docs/tour.md, 8"})
    void it_prints_what_it_shows(String document, int answered) throws Exception {
        var answers = blocks(ANSWERS, document);
        assertThat(answers).hasSizeGreaterThanOrEqualTo(answered);
        try (var service = ServiceProcess.start(HeadwayApplication.class, home)) {
            var printed = bash(service.port(), blocks(CALLS, document));
            assertThat(steady(printed)).isEqualTo(steady(String.join(BETWEEN + "\n", answers)));
        }
    }

    /** Runs the blocks in one shell, as a reader would; the first one only prepares. */
    private String bash(int port, List<String> blocks) throws IOException, InterruptedException {
        var first = blocks.getFirst();
        var rest = blocks.subList(1, blocks.size());
        var script = first + String.join("echo " + BETWEEN + "\n", rest);
        var shell = new ProcessBuilder("bash", "-euc", script).directory(ROOT.toFile());
        shell.environment().put("HEADWAY_HOME", home.toString());
        shell.environment().put("SERVER_PORT", Integer.toString(port));
        var bash = shell.redirectErrorStream(true).start();
        try {
            var printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return printed;
        } finally {
            bash.destroyForcibly();
        }
    }

    /** Ids, times and the days that pass differ from run to run. */
    private static String steady(String printed) {
        return printed.replaceAll(
                        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "<time>")
                .replaceAll("\"(quietDays|daysInStage|openAlerts)\":\\d+", "\"$1\":<number>")
                .strip();
    }

    private static List<String> blocks(Pattern kind, String document) throws IOException {
        return kind.matcher(Files.readString(ROOT.resolve(document)))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.toList());
    }

    private static Pattern block(String language) {
        return Pattern.compile(
                "^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    }
}
