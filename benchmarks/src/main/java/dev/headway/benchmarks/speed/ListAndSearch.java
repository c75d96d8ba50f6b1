package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.harness.LoadClient;
import dev.headway.benchmarks.harness.Request;
import dev.headway.contracts.Role;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person waits for who looks at a large portfolio; one question at a time. */
final class ListAndSearch implements AutoCloseable {

    private static final Duration SETTLE = Duration.ofSeconds(2);

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("list", "?limit=50");
        QUESTIONS.put("list, a stage", "?limit=50&stage=PILOT");
        QUESTIONS.put("list, ghost towns", "?limit=50&ghost=true");
        QUESTIONS.put("search, a rare word", "?limit=50&q=listed%2077");
        QUESTIONS.put("search, nothing found", "?limit=50&q=nowhere");
    }

    private final ServiceProcess node;
    private final String token;

    ListAndSearch(DurablePostgres postgres, Path folder, int partnerships)
            throws IOException, SQLException {
        var database = postgres.create("listed");
        this.node = HeadwayScript.run(folder.resolve(database), postgres.url(database));
        this.token = node.token(Role.VIEWER);
        try (var connection = postgres.connect(database);
                var positions = new SlowestPosition(connection)) {
            LogSeeder.lives(connection, "listed", partnerships, 6);
            positions.awaitHead(Duration.ofMinutes(20));
        }
    }

    void measure(Figures figures, Duration length) throws IOException {
        for (var question : QUESTIONS.entrySet()) {
            var request = Request.get("/api/v1/partnerships" + question.getValue(), token);
            var run = new LoadClient(node.address(), List.of(request)).run(1, SETTLE, length);
            if (run.refused() > 0) {
                throw new IllegalStateException(question.getKey() + " was refused");
            }
            figures.add(question.getKey() + ", p50", "ms", run.latencies().percentile(0.5));
            figures.add(question.getKey() + ", p99", "ms", run.latencies().percentile(0.99));
        }
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
    }
}
