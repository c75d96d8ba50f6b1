package dev.headway.benchmarks.safety;

import dev.headway.testing.DurablePostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/**
 * Sixteen writers on two nodes, a tenth of them in each other's way, effective times ten years to
 * either side, a node that stands still, a node that is killed, readers that start again at random:
 * nothing lost, nothing twice, nothing out of order. Then the stock engine under the same load.
 */
public final class StressRun {

    private final DurablePostgres postgres;
    private final Path folder;
    private final int events;
    private final Duration stall;

    /**
     * @param events how many at least, of all writers together
     * @param stall how long a writer and a node stand still
     */
    public StressRun(DurablePostgres postgres, Path folder, int events, Duration stall) {
        this.postgres = postgres;
        this.folder = folder;
        this.events = events;
        this.stall = stall;
    }

    public void run() throws Exception {
        System.out.println("stress, " + events + " events");
        var ledger = new Ledger();
        var verdict = new SafetyResult();
        var database = postgres.create("stress");
        try (var nodes = new TwoNodes(folder, postgres.url(database));
                var reader = new RestartedReader(postgres, database);
                var threads = Executors.newCachedThreadPool()) {
            var writers = new HttpWriters(nodes, ledger, events);
            var direct =
                    new DirectWriters(postgres, database, ledger, stall, writers::isAnotherToWrite);
            writers.start(threads);
            direct.start(threads);
            threads.submit(reader);
            nodes.disturbUntil(writers::areOver, stall, Math.max(1, events / 200_000));
            threads.shutdown();
            writers.awaitEnd(threads, reader);
            verdict.tells("lost races, decided again", nodes.lostRaces());
            reader.tell(verdict);
        }
        judge(database, ledger, verdict);
        new StockStress(postgres, Math.min(events / 10, 100_000), stall).run();
        verdict.requireGood();
    }

    private void judge(String database, Ledger ledger, SafetyResult verdict) throws Exception {
        try (var connection = postgres.connect(database)) {
            var rebuilt = new ReferenceRebuild(postgres, folder);
            try (var nodes = new TwoNodes(folder, postgres.url(database))) {
                rebuilt.awaitHead(database);
                verdict.tells("lost races after the restart", nodes.lostRaces());
            }
            new LogCheck(connection).hold(ledger, verdict);
            rebuilt.compare(database, verdict);
        }
    }

    static void await(java.util.concurrent.ExecutorService threads, Duration atMost, String what) {
        Awaitility.await(what).atMost(atMost).until(threads::isTerminated);
    }
}
