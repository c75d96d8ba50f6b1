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

/** What the README shows was really printed, and its links lead somewhere. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern CALLS = block("bash");
    private static final Pattern ANSWERS = block("console");
    private static final String BETWEEN = "=====";

    @TempDir Path home;

    @Test
    void every_link_leads_somewhere() throws IOException {
        assertThat(LINK.matcher(readme()).results().map(link -> link.group(1)).distinct())
                .hasSizeGreaterThan(50)
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    @Test
    void the_tour_prints_what_the_readme_shows() throws Exception {
        var answers = blocks(ANSWERS);
        assertThat(answers).hasSizeGreaterThan(5);
        try (var service = ServiceProcess.start(HeadwayApplication.class, home)) {
            var printed = bash(service.port(), blocks(CALLS));
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

    private static List<String> blocks(Pattern kind) throws IOException {
        return kind.matcher(readme())
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.toList());
    }

    private static Pattern block(String language) {
        return Pattern.compile(
                "^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
