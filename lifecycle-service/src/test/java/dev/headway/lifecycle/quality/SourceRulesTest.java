package dev.headway.lifecycle.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the house, and planted ones. */
class SourceRulesTest {

    @TempDir Path folder;

    @Test
    void no_package_is_crowded() throws Exception {
        assertThat(MainSources.ofEveryModule()).hasSizeGreaterThan(300);
        assertThat(SourceRules.crowded(MainSources.ofEveryModule())).isEmpty();
    }

    @Test
    void no_simple_name_is_given_twice() throws Exception {
        assertThat(SourceRules.namedTwice(MainSources.ofEveryModule())).isEmpty();
    }

    @Test
    void every_logger_has_the_name_of_the_type_that_logs() throws Exception {
        assertThat(SourceRules.foreignLoggers(MainSources.ofEveryModule())).isEmpty();
    }

    @Test
    void no_test_closes_what_a_second_try_needs() throws Exception {
        assertThat(MainSources.testsOfEveryModule()).hasSizeGreaterThan(300);
        assertThat(SourceRules.closedForGood(MainSources.testsOfEveryModule())).isEmpty();
    }

    @Test
    void a_planted_crowd_is_found() {
        var thirty = IntStream.range(0, 30).mapToObj("room/Type%d.java"::formatted);
        var crowd = Stream.concat(thirty, Stream.of("room/package-info.java"));
        var sources = crowd.map(Path::of).toList();
        assertThat(SourceRules.crowded(sources)).isEmpty();

        var oneMore = Stream.concat(sources.stream(), Stream.of(Path.of("room/OneMore.java")));
        assertThat(SourceRules.crowded(oneMore.toList())).containsExactly("room 31");
    }

    @Test
    void a_planted_second_name_is_found() {
        var sources = Stream.of("one/Facts.java", "two/Facts.java", "two/Rule.java", "Gate.java");
        assertThat(SourceRules.namedTwice(sources.map(Path::of).toList()))
                .containsExactly("Facts.java 2");
    }

    @Test
    void a_planted_logger_of_another_name_is_found() throws Exception {
        var own = planted("Own", "Logger LOG = LoggerFactory.getLogger(Own.class);");
        var other = planted("Other", "Logger LOG = LoggerFactory.getLogger(Own.class);");
        var byText = planted("ByText", "Logger LOG = LoggerFactory.getLogger(\"audit\");");
        assertThat(SourceRules.foreignLoggers(List.of(own, other, byText)))
                .containsExactly("Other.java", "ByText.java");
    }

    @Test
    void a_planted_service_that_is_closed_for_good_is_found() throws Exception {
        var stop = "\n    @AfterAll\n    static void stop() {\n        a.close();\n    }\n";
        var once = planted("Once", "static final Service a = Service.start();" + stop);
        var anew = planted("Anew", "static Service a;" + stop);
        var kept = planted("Kept", "static final Service a = Shared.service();");
        assertThat(SourceRules.closedForGood(List.of(once, anew, kept)))
                .containsExactly("Once.java a");
    }

    private Path planted(String type, String line) throws IOException {
        return Files.writeString(
                folder.resolve(type + ".java"), "class %s { %s }".formatted(type, line));
    }
}
