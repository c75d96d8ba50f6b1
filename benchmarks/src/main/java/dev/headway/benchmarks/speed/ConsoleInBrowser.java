package dev.headway.benchmarks.speed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.benchmarks.harness.Checkout;
import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.contracts.Role;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;

/**
 * What somebody waits for at a browser: until the board of a large portfolio is painted, while they
 * scroll, and until another's change is seen; and the marks that Lighthouse gives. Needs Chromium,
 * and Node with npm, which brings Lighthouse into a folder of the run's own.
 */
final class ConsoleInBrowser implements AutoCloseable {

    private static final String LIGHTHOUSE = "lighthouse@12.8.2";
    private static final Path SCRIPT =
            Path.of("benchmarks", "src", "main", "console", "measure.mjs");
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final ServiceProcess node;
    private final Path tools;

    ConsoleInBrowser(DurablePostgres postgres, Path folder, int partnerships)
            throws IOException, SQLException, InterruptedException {
        var database = postgres.create("looked_at");
        this.tools = Files.createDirectories(folder.resolve("tools"));
        this.node =
                HeadwayScript.run(
                        folder.resolve(database),
                        postgres.url(database),
                        "-Dheadway.watching.auto-start=false");
        try (var connection = postgres.connect(database);
                var positions = new SlowestPosition(connection)) {
            PortfolioSeeder.events(connection, partnerships);
            positions.awaitHead(PATIENCE);
            PortfolioSeeder.alerts(connection, partnerships);
        }
        Files.copy(Checkout.folder().resolve(SCRIPT), tools.resolve("measure.mjs"));
        ended(new ProcessBuilder("npm", "install", "--silent", "--no-save", LIGHTHOUSE));
    }

    void measure(Figures figures, int rounds) throws IOException, InterruptedException {
        var browser = System.getenv("HEADWAY_BROWSER");
        if (browser == null) {
            throw new IllegalStateException("Set HEADWAY_BROWSER to a Chromium");
        }
        var measuring = new ProcessBuilder("node", "measure.mjs").directory(tools.toFile());
        measuring.redirectError(ProcessBuilder.Redirect.INHERIT);
        measuring.environment().put("HEADWAY_BROWSER", browser);
        measuring.environment().put("HEADWAY_URL", node.uri().toString());
        measuring.environment().put("HEADWAY_LINK", firstLink());
        measuring.environment().put("HEADWAY_TOKEN", node.token(Role.MANAGER));
        measuring.environment().put("HEADWAY_ROUNDS", String.valueOf(rounds));
        var process = measuring.start();
        try (var said = process.inputReader(UTF_8)) {
            said.lines()
                    .map(line -> line.split("\t", -1))
                    .forEach(each -> figures.add(each[0], each[1], Double.parseDouble(each[2])));
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The browser could not be measured, see above");
        }
    }

    /** What {@code ./headway open} prints. */
    private String firstLink() throws IOException, InterruptedException {
        var secret = Files.readString(node.home().resolve("accounts/open.secret")).strip();
        var basic = Base64.getEncoder().encodeToString(("open:" + secret).getBytes(UTF_8));
        var asked =
                HttpRequest.newBuilder(node.uri().resolve("/sign-in/first/links"))
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.noBody())
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(asked, BodyHandlers.ofString()).body().strip();
        }
    }

    private void ended(ProcessBuilder command) throws IOException, InterruptedException {
        if (command.directory(tools.toFile()).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(command.command() + " did not succeed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
    }
}
