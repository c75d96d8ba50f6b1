package dev.headway.benchmarks.chaos;

import dev.headway.benchmarks.harness.Checkout;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;

/** The made-up portfolio of {@code ./headway demo}, in which there is something to notice. */
final class ToldPortfolio {

    private ToldPortfolio() {}

    static void play(URI headway, String token) throws IOException, InterruptedException {
        var targets = Checkout.folder();
        var classPath =
                targets.resolve("demo/target/classes")
                        + File.pathSeparator
                        + targets.resolve("lifecycle-service/target/app/lib/*");
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "dev.headway.demo.Demo");
        command.environment().put("HEADWAY_URL", headway.toString());
        command.environment().put("HEADWAY_TOKEN", token);
        var played = command.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        if (played.start().waitFor() != 0) {
            throw new IllegalStateException("The portfolio could not be told");
        }
    }
}
