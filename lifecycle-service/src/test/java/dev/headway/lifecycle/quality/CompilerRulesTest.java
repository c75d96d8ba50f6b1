package dev.headway.lifecycle.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The compiler's rules, read from the pom that every module is built with, meet planted faults. */
class CompilerRulesTest {

    private static final Planted FAULTLESS = new Planted("Faultless", "return \"\";");

    /**
     * Compiled at once with what is faultless: a start of the compiler takes longer than the rest.
     */
    static final List<Planted> FAULTS =
            List.of(
                    new Planted("NullAway", "String s = null; return s;"),
                    new Planted("UnusedVariable", "int forgotten = 1; return \"\";"),
                    new Planted("UnusedMethod", "class A { private void b() {} } return \"\";"),
                    new Planted("ReturnValueIgnored", "\"a\".trim(); return \"\";"),
                    new Planted("RequireExplicitNullMarking", FAULTLESS.body()));

    @TempDir private static Path folder;

    private static List<String> said = List.of();

    /** A class whose method has a fault that a check finds, after which the class is called. */
    record Planted(String check, String body) {

        @Override
        public String toString() {
            return check;
        }

        String file() {
            return check + ".java";
        }

        Path in(Path folder) throws IOException {
            return Files.writeString(folder.resolve(file()), source());
        }

        private String source() {
            var marked =
                    check.equals("RequireExplicitNullMarking")
                            ? ""
                            : "@org.jspecify.annotations.NullMarked ";
            return "package planted;\n%sclass %s { String m() { %s } }\n"
                    .formatted(marked, check, body);
        }
    }

    @BeforeAll
    static void compile() throws IOException {
        var files = new ArrayList<Path>();
        files.add(FAULTLESS.in(folder));
        for (var each : FAULTS) {
            files.add(each.in(folder));
        }
        said = compile(files);
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void a_planted_fault_stops_the_build(Planted fault) {
        assertThat(said)
                .anyMatch(
                        line ->
                                line.contains(fault.file() + ":")
                                        && line.contains("error: [" + fault.check() + "]"));
    }

    @Test
    void a_faultless_class_compiles() {
        assertThat(said)
                .anyMatch(line -> line.contains("error:"))
                .noneMatch(line -> line.contains(FAULTLESS.file()));
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

    /** Compiles with the arguments of the pom; what the compiler says to it, line by line. */
    private static List<String> compile(List<Path> files) throws IOException {
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
        files.forEach(file -> command.add(file.toString()));
        var javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = javac.inputReader()) {
            return lines.lines().toList();
        }
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
