package dev.headway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image of a node; no engine builds it here. */
class ImageTest {

    private static final Path DOCKERFILE = Path.of("Dockerfile");
    private static final Pattern COPIED = Pattern.compile("deploy/\\S+");

    @TempDir Path folder;

    @Test
    void a_linter_finds_nothing_to_complain_of() throws Exception {
        var linter = NpmTool.installed(folder, "dockerfilelint@1.8.0");
        var found = linter.call("dockerfilelint", DOCKERFILE.toString());
        assertThat(found.code()).as(found.text()).isZero();

        var planted = Files.writeString(folder.resolve("Dockerfile"), "FROM a\nEXPOSE none\n");
        assertThat(linter.call("dockerfilelint", planted.toString()).code()).isNotZero();
    }

    @Test
    void it_runs_as_nobody_on_a_pinned_base() throws Exception {
        var lines = Files.readAllLines(DOCKERFILE);
        assertThat(lines).anyMatch(line -> line.matches("ARG JAVA=25\\.\\S+_\\d+-jre-\\S+"));
        assertThat(lines).contains("USER 10001:10001");
    }

    @Test
    void what_it_copies_is_there_and_bash_can_read_it() throws Exception {
        var copied =
                COPIED.matcher(Files.readString(DOCKERFILE))
                        .results()
                        .map(found -> found.group().toLowerCase(Locale.ROOT))
                        .filter(each -> each.startsWith("deploy/image"))
                        .toList();
        assertThat(copied).hasSize(4);
        for (var each : copied) {
            var script = Path.of("..", each);
            assertThat(script).isRegularFile();
            var check = List.of("bash", "-n", script.toString());
            assertThat(new ProcessBuilder(check).start().waitFor()).isZero();
        }
    }
}
