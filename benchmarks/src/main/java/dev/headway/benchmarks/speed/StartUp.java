package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.harness.Machine;
import java.io.IOException;
import java.nio.file.Path;

/**
 * From {@code ./headway run} to ready, as the default run has it: its own PostgreSQL on data that
 * is there from the time before. With the AOT cache and without.
 */
final class StartUp {

    private final Path home;

    StartUp(Path folder) throws IOException, InterruptedException {
        this.home = folder.resolve("start-up");
        HeadwayScript.run(home, null).close();
    }

    void measure(Figures figures) throws IOException, InterruptedException {
        once(figures, "start-up, AOT cache");
        once(figures, "start-up, no AOT cache", "-XX:AOTMode=off");
    }

    private void once(Figures figures, String name, String... options)
            throws IOException, InterruptedException {
        Machine.awaitIdle();
        try (var node = HeadwayScript.run(home, null, options)) {
            figures.add(name, "s", node.startUp().toNanos() / 1e9);
        }
    }
}
