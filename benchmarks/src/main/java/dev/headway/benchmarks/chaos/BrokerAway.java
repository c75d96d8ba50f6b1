package dev.headway.benchmarks.chaos;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.RestartableNode;
import dev.headway.benchmarks.safety.SafetyResult;
import dev.headway.testing.Caller;
import dev.headway.testing.DurablePostgres;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The broker is away for minutes. Commands are accepted, whoever reads says that nobody is heard,
 * how far the topic is behind is told, and everything is made good when the broker is back.
 */
public final class BrokerAway {

    private static final ChaosWorld.Shape ONE_READER = new ChaosWorld.Shape(1, 1, false);
    private static final String READINESS = "/actuator/health/readiness";

    /** After so long a projection node does not count as one that follows. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final DurablePostgres stores;
    private final DurablePostgres answers;
    private final Path folder;
    private final Duration away;

    public BrokerAway(DurablePostgres stores, DurablePostgres answers, Path folder, Duration away) {
        this.stores = stores;
        this.answers = answers;
        this.folder = folder;
        this.away = away;
    }

    /** Whether all is as it must be. */
    public boolean run() throws Exception {
        System.out.println("broker away for " + away.toSeconds() + " s");
        try (var world = new ChaosWorld(stores, answers, folder, "away", ONE_READER, List.of());
                var http = HttpClient.newHttpClient()) {
            var result = SafetyResult.quiet();
            try (var _ = world.load(Duration.ofMillis(15))) {
                world.awaitCommands(200);
                world.nodes.broker().kill();
                lookOn(world, http, result);
                world.nodes.broker().startAgain();
                drain(world, http, result);
            }
            var whole = new Invariants(world).hold();
            result.found().forEach(whole::tells);
            result.wrong().forEach(whole::mustBeNought);
            return whole.print();
        }
    }

    private void lookOn(ChaosWorld world, HttpClient http, SafetyResult result) throws Exception {
        var begun = System.nanoTime();
        var before = world.ledger.certain();
        long untold = 0;
        long unready = 0;
        long ready = 0;
        long unanswered = 0;
        while (System.nanoTime() - begun < away.toNanos()) {
            var certain = world.ledger.certain();
            Extent.pause(BETWEEN_LOOKS);
            unanswered += world.ledger.certain() == certain ? 1 : 0;
            unready +=
                    world.nodes.lifecycle().stream().allMatch(each -> isReady(http, each)) ? 0 : 1;
            if (System.nanoTime() - begun > PATIENCE.plus(BETWEEN_LOOKS).toNanos()) {
                var behind = world.head() - world.published();
                untold += lag(world) < behind * 0.9 ? 1 : 0;
                ready += isReady(http, world.projection()) ? 1 : 0;
            }
        }
        result.tells("commands settled without a broker", world.ledger.certain() - before);
        result.mustBeNought("times that no command was settled in 5 s", unanswered);
        result.mustBeNought("times that a lifecycle node was not ready", unready);
        result.mustBeNought("times that the lag was told too small", untold);
        result.mustBeNought("times that the projection node said it was ready", ready);
    }

    private static void drain(ChaosWorld world, HttpClient http, SafetyResult result)
            throws Exception {
        var begun = System.nanoTime();
        var head = world.head();
        result.tells("backlog", head - world.published());
        await("the backlog in the mirror")
                .atMost(ChaosWorld.PATIENCE)
                .until(() -> world.mirrored() >= head);
        result.tells(
                "backlog made good, ms", Duration.ofNanos(System.nanoTime() - begun).toMillis());
        await("a node that says it follows")
                .atMost(ChaosWorld.PATIENCE)
                .until(() -> isReady(http, world.projection()));
        await("a small lag").atMost(ChaosWorld.PATIENCE).until(() -> lag(world) < 100);
    }

    /** What nodes tell: the one that publishes, or tries to. */
    private static double lag(ChaosWorld world) {
        return world.nodes.lifecycle().stream()
                .mapToDouble(each -> each.process().metric("headway_publishing_lag"))
                .filter(each -> !Double.isNaN(each))
                .max()
                .orElse(-1);
    }

    private static boolean isReady(HttpClient http, RestartableNode node) {
        return new Caller(http, node.uri(), null).get(READINESS).status() == 200;
    }
}
