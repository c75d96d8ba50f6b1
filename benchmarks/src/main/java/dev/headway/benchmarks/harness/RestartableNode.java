package dev.headway.benchmarks.harness;

import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A node that is killed, stopped and started again at the same address, as often as it takes. */
public final class RestartableNode implements AutoCloseable {

    private final int port;
    private final Launch launch;
    private volatile @Nullable ServiceProcess process;

    RestartableNode(int port, Launch launch) {
        this.port = port;
        this.launch = launch;
    }

    @FunctionalInterface
    interface Launch {

        /** Returns when it is ready. */
        ServiceProcess start(int port) throws IOException;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ServiceProcess process() {
        var running = process;
        if (running == null) {
            throw new IllegalStateException("Nothing runs on " + port);
        }
        return running;
    }

    /** Returns when it is ready. */
    public void start() throws IOException {
        process = launch.start(port);
    }

    /** The operating system's kill -9; it stays away until it is started. */
    public void kill() throws InterruptedException {
        process().kill();
        process = null;
    }

    /**
     * Asks it to end, as SIGTERM does.
     *
     * @return how long that took
     */
    public Duration end() throws InterruptedException {
        var begun = System.nanoTime();
        process().close();
        process = null;
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
