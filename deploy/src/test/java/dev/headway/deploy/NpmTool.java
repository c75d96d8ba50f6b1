package dev.headway.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A package of npm at a fixed version, in a folder that the test deletes. */
record NpmTool(Path folder) {

    /** Leaves the test out where there is no npm. */
    static NpmTool installed(Path folder, String name) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "npm"))),
                "Left out: npm is missing, which brings " + name);
        var tool = new NpmTool(folder);
        var said =
                tool.run(
                        List.of(
                                "npm",
                                "install",
                                "--silent",
                                "--no-audit",
                                "--no-fund",
                                "--ignore-scripts",
                                "--prefix",
                                folder.toString(),
                                name));
        assumeTrue(said.code() == 0, "Left out: npm does not reach its registry: " + said.text());
        return tool;
    }

    record Said(int code, String text) {}

    Path module(String name) {
        return folder.resolve("node_modules").resolve(name);
    }

    Said call(String command, String... arguments) throws IOException, InterruptedException {
        var whole = new ArrayList<String>();
        whole.add(folder.resolve("node_modules/.bin").resolve(command).toString());
        whole.addAll(List.of(arguments));
        return run(whole);
    }

    private Said run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }
}
