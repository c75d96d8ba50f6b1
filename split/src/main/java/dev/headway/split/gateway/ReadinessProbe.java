package dev.headway.split.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;

/** Asks all nodes all the time whether they are ready: one that shuts down says so first. */
final class ReadinessProbe implements AutoCloseable {

    static final String PATH = "/actuator/health/readiness";

    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient http;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("readiness").factory());

    private ReadinessProbe(HttpClient http) {
        this.http = http;
    }

    static ReadinessProbe start(HttpClient http, Collection<Nodes> kinds) {
        var probe = new ReadinessProbe(http);
        for (var nodes : kinds) {
            for (var node : nodes.all()) {
                probe.timer.scheduleWithFixedDelay(
                        () -> probe.ask(node), 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return probe;
    }

    private void ask(Node node) {
        http.newRequest(node.address().resolve(PATH))
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .send(
                        result ->
                                node.found(
                                        result.isSucceeded()
                                                && result.getResponse().getStatus() == 200));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
