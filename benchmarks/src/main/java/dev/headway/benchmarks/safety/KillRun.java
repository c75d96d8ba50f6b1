package dev.headway.benchmarks.safety;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.safety.RetryingCaller.Door;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * A hundred commands a second, and in the middle of them {@code kill -9}: of the service, or of
 * PostgreSQL with all its children. Whoever was not answered asks again with the same key.
 */
public final class KillRun {

    private static final int CALLERS = 32;
    private static final int PARTNERSHIPS = 50;
    private static final Duration PACE = Duration.ofMillis(10);
    private static final int COMMANDS_BETWEEN_KILLS = 300;

    private final DurablePostgres postgres;
    private final Path folder;
    private final int times;

    /**
     * @param times how often each of the two is killed
     */
    public KillRun(DurablePostgres postgres, Path folder, int times) {
        this.postgres = postgres;
        this.folder = folder;
        this.times = times;
    }

    private interface Killing {
        ServiceProcess kill(ServiceProcess node) throws Exception;
    }

    public void ofTheService() throws Exception {
        System.out.println("kill -9 of the service, " + times + " times");
        run("service_killed", this::killService);
    }

    public void ofPostgres() throws Exception {
        System.out.println("kill -9 of PostgreSQL with its children, " + times + " times");
        run("postgres_killed", this::killPostgres);
    }

    private ServiceProcess killService(ServiceProcess node) throws Exception {
        node.kill();
        return HeadwayScript.runAt(node.port(), node.home(), url(node));
    }

    private ServiceProcess killPostgres(ServiceProcess node) throws Exception {
        postgres.kill();
        postgres.startAgain();
        return node;
    }

    private String url(ServiceProcess node) {
        return postgres.url(node.home().getFileName().toString());
    }

    private void run(String name, Killing killing) throws Exception {
        var ledger = new Ledger();
        var database = postgres.create(name);
        var node = HeadwayScript.run(folder.resolve(name), postgres.url(database));
        var door = Door.of(node);
        var partnerships = RegisteredPartnerships.at(node, PARTNERSHIPS);
        try (var _ = new SteadyLoad("kill", CALLERS, PACE, partnerships, ledger, () -> door)) {
            node = killInTheMiddle(killing, node, ledger);
        }
        judge(database, ledger, node);
    }

    private ServiceProcess killInTheMiddle(Killing killing, ServiceProcess started, Ledger ledger)
            throws Exception {
        var node = started;
        var random = new Random(20);
        for (int kill = 0; kill < times; kill++) {
            var enough = ledger.certain() + COMMANDS_BETWEEN_KILLS + random.nextInt(50);
            await("commands between two kills")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> ledger.certain() >= enough);
            node = killing.kill(node);
        }
        return node;
    }

    private void judge(String database, Ledger ledger, ServiceProcess node) throws Exception {
        var verdict = new SafetyResult();
        var rebuilt = new ReferenceRebuild(postgres, folder);
        rebuilt.awaitHead(database);
        try (var connection = postgres.connect(database)) {
            new LogCheck(connection).hold(ledger, verdict);
        }
        node.close();
        rebuilt.compare(database, verdict);
        verdict.requireGood();
    }
}
