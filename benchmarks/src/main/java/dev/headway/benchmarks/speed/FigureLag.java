package dev.headway.benchmarks.speed;

import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import dev.headway.testing.ServiceProcess;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who registers a partnership now and then and looks until the portfolio's figures have
 * it, without asking for what was just written; meanwhile others ask as fast as they can.
 */
final class FigureLag implements AutoCloseable {

    private static final long POLL_NANOS = 10_000_000;

    private final Caller manager;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Thread thread;
    private volatile double longest;

    FigureLag(ServiceProcess node) {
        this.manager = node.as(Role.MANAGER);
        this.thread = Thread.ofPlatform().start(this::look);
    }

    /** The longest that it took, in milliseconds. */
    double stop() throws InterruptedException {
        stopping.set(true);
        thread.join();
        return longest;
    }

    private void look() {
        while (!stopping.get()) {
            var before = registered();
            manager.post(
                    "/api/v1/partnerships",
                    """
                    {"name": "One more", "partner": {"name": "One more", "type": "OTHER"}}""");
            var begun = System.nanoTime();
            while (registered() == before) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            longest = Math.max(longest, (System.nanoTime() - begun) / 1e6);
        }
    }

    private long registered() {
        var answer = manager.get("/api/v1/portfolio");
        return answer.status() == 200 ? answer.json().at("/stages/0/reached").asLong() : -1;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
