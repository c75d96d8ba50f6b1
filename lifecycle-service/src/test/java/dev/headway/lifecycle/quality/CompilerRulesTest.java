package dev.headway.lifecycle.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiler's rules, read from the pom that every module is built with, meet planted faults. */
class CompilerRulesTest {

    @TempDir Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NullAway                    | String s = null; return s;
                    UnusedVariable              | int forgotten = 1; return "";
                    UnusedMethod                | class A { private void b() {} } return "";
                    ReturnValueIgnored          | "a".trim(); return "";
                    RequireExplicitNullMarking  |
                    """)
    void a_planted_fault_stops_the_build(String check, String body) throws Exception {
        var marked = body == null ? "" : "@org.jspecify.annotations.NullMarked ";
        var source = "package planted;\n" + marked + "class Planted { String m() { %s } }\n";
        assertThat(compile(source.formatted(body == null ? "return \"\";" : body)))
                .contains("[" + check + "]");
    }

    @Test
    void a_faultless_class_compiles() throws Exception {
        assertThat(
                        compile(
                                """
                                package planted;
                                @org.jspecify.annotations.NullMarked
                                class Planted { String m() { return ""; } }
                                """))
                .isEmpty();
    }

    @Test
    void the_formatter_sees_a_line_out_of_place() throws Exception {
        assertThat(unformatted("class Planted {\n    int a;\n}\n")).isFalse();
        assertThat(unformatted("class Planted { int  a ; }")).isTrue();
        assertThat(pom()).contains("<goal>check</goal>").contains("<style>AOSP</style>");
    }

    private boolean unformatted(String source) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("Planted.java"), source);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(accessToTheCompiler());
        command.addAll(List.of("-cp", classPath(), "com.google.googlejavaformat.java.Main"));
        command.addAll(List.of("--aosp", "--dry-run", "--set-exit-if-changed", file.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() != 0;
    }

    /** Compiles with the arguments of the pom; empty when it compiled, the complaints otherwise. */
    private String compile(String source) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("Planted.java"), source);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        accessToTheCompiler().forEach(option -> command.add("-J" + option));
        command.addAll(compilerArguments());
        command.addAll(
                List.of(
                        "-cp",
                        classPath(),
                        "-processorpath",
                        classPath(),
                        "-d",
                        folder.toString()));
        command.add(file.toString());
        var javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return javac.waitFor() == 0 ? "" : said;
    }

    private static List<String> accessToTheCompiler() throws IOException {
        return Files.readAllLines(MainSources.ROOT.resolve(".mvn/jvm.config")).stream()
                .filter(option -> option.startsWith("--add-"))
                .toList();
    }

    private static List<String> compilerArguments() throws IOException {
        return Pattern.compile("<arg>([^<]+)</arg>")
                .matcher(pom())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String pom() throws IOException {
        return Files.readString(MainSources.ROOT.resolve("pom.xml"));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
