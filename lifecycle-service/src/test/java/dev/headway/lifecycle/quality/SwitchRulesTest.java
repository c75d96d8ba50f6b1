package dev.headway.lifecycle.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switches of the house, and planted ones. */
class SwitchRulesTest {

    @TempDir Path folder;

    @Test
    void every_switch_over_our_own_types_says_what_becomes_of_each() throws Exception {
        var switching = new ArrayList<Path>();
        for (var source : MainSources.ofEveryModule()) {
            if (Files.readString(source).contains("switch")) {
                switching.add(source);
            }
        }
        assertThat(switching).hasSizeGreaterThan(40);
        assertThat(SwitchRules.brokenIn(switching)).isEmpty();
    }

    @Test
    void a_planted_default_is_found() throws Exception {
        assertThat(
                        broken(
                                "return switch (event) { case Paid _ -> 1; default -> 2; };",
                                "return switch (event) { case Paid _ -> 1; case null, default -> 2; };",
                                "return switch (some) { case Paid _ -> 1; default -> 2; };",
                                "return switch (side) { case LEFT -> 1; default -> 2; };",
                                "switch (side) { case LEFT: return 1; default: return 2; }"))
                .containsExactly(
                        "0 " + SwitchRules.DEFAULT,
                        "1 " + SwitchRules.DEFAULT,
                        "2 " + SwitchRules.DEFAULT,
                        "3 " + SwitchRules.DEFAULT,
                        "4 " + SwitchRules.DEFAULT);
    }

    @Test
    void a_planted_pattern_that_catches_all_is_found() throws Exception {
        assertThat(
                        broken(
                                "return switch (event) { case Paid _ -> 1; case Event _ -> 2; };",
                                "return switch (event) { case Paid _ -> 1; case Event e -> 2; };",
                                "return switch (event) { case Paid _ -> 1; case Object _ -> 2; };",
                                "return switch (some) { case Paid _ -> 1; case Event _ -> 2; };",
                                "switch (event) { case Event _ -> { return 1; } }"))
                .containsExactly(
                        "0 " + SwitchRules.CATCH_ALL,
                        "1 " + SwitchRules.CATCH_ALL,
                        "2 " + SwitchRules.CATCH_ALL,
                        "3 " + SwitchRules.CATCH_ALL,
                        "4 " + SwitchRules.CATCH_ALL);
    }

    @Test
    void a_planted_list_that_nobody_reads_is_found() throws Exception {
        assertThat(broken("return switch (day) { case A, B, C, D, E, F, G -> 1; case H -> 2; };"))
                .containsExactly("0 " + SwitchRules.TOO_LONG);
    }

    @Test
    void a_switch_that_says_what_it_means_is_left_alone() throws Exception {
        assertThat(
                        broken(
                                "return switch (event) { case Paid _ -> 1; case Moved _ -> 2; };",
                                "return switch (event) { case Sent _ -> 1; case Moved _, Paid _ -> 2; };",
                                """
                                return switch (event) {
                                    case Event e when e.hashCode() > 1 -> 1;
                                    case Paid _, Moved _ -> 2;
                                };
                                """,
                                "return switch (day) { case A, B, C, D, E, F -> 1; case G, H -> 2; };",
                                "return switch (day.name()) { case \"A\" -> 1; default -> 2; };",
                                """
                                return switch (Thread.currentThread().getState()) {
                                    case NEW -> 1;
                                    default -> 2;
                                };
                                """))
                .isEmpty();
    }

    @Test
    void what_does_not_compile_is_not_passed_over() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broken("return switch (gone) { default -> 1; };"));
    }

    /** What is said of method bodies, each with its place among them. */
    private List<String> broken(String... bodies) throws IOException {
        var sources = new ArrayList<Path>();
        for (var body : bodies) {
            var source =
                    """
                    package dev.headway.planted;
                    class Planted%1$d {
                        sealed interface Event {}
                        sealed interface Moved extends Event {}
                        record Sent() implements Moved {}
                        record Paid() implements Event {}
                        enum Side { LEFT, RIGHT }
                        enum Day { A, B, C, D, E, F, G, H }
                        <E extends Event> int m(Event event, E some, Side side, Day day) {
                            %2$s
                        }
                    }
                    """;
            var number = sources.size();
            sources.add(
                    Files.writeString(
                            folder.resolve("Planted%d.java".formatted(number)),
                            source.formatted(number, body)));
        }
        return SwitchRules.brokenIn(sources).stream()
                .map(said -> said.replaceAll("Planted(\\d)\\.java:10", "$1"))
                .toList();
    }
}
