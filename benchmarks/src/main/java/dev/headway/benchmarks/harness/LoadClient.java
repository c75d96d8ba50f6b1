package dev.headway.benchmarks.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As many connections as asked, each sending its next request when the answer to the last one is
 * complete. One thread, one selector, requests made beforehand: on a machine of two cores a client
 * that thinks would be measured along with the service.
 */
public final class LoadClient {

    private final InetSocketAddress service;
    private final List<byte[]> requests;
    private int next;
    private volatile @Nullable Acknowledged last;

    /**
     * @param requests whole HTTP/1.1 requests, sent one after the other and from the start again
     */
    public LoadClient(InetSocketAddress service, List<byte[]> requests) {
        this.service = service;
        this.requests = requests;
    }

    /** A write that was answered: its position, and when the answer was there. */
    public record Acknowledged(long position, long nanos) {}

    /**
     * What came of a run.
     *
     * @param all answers, those included that came before it was warm
     * @param cpuShare of one core that the client itself took
     */
    public record Run(
            long all,
            long answered,
            long refused,
            Duration took,
            Latencies latencies,
            double cpuShare) {

        public double perSecond() {
            return answered / (took.toNanos() / 1e9);
        }
    }

    /** The newest write that was answered, to be read by another thread. */
    public @Nullable Acknowledged last() {
        return last;
    }

    /** Sends for a while; what comes back before {@code warmUp} is over is not counted. */
    public Run run(int connections, Duration warmUp, Duration length) throws IOException {
        var latencies = new Latencies();
        try (var selector = Selector.open()) {
            var open = new ArrayList<LoadConnection>();
            for (int i = 0; i < connections; i++) {
                open.add(LoadConnection.open(service, selector));
            }
            var before = drive(selector, open, warmUp, new Latencies());
            var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var begun = System.nanoTime();
            var counted = drive(selector, open, length, latencies);
            var took = System.nanoTime() - begun;
            var spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            for (var connection : open) {
                connection.close();
            }
            return new Run(
                    before[0] + before[1] + counted[0] + counted[1],
                    counted[0],
                    counted[1],
                    Duration.ofNanos(took),
                    latencies,
                    spent / (double) took);
        }
    }

    private long[] drive(
            Selector selector, List<LoadConnection> open, Duration length, Latencies latencies)
            throws IOException {
        var counted = new long[2];
        var end = System.nanoTime() + length.toNanos();
        for (var connection : open) {
            if (!connection.isWaiting()) {
                connection.send(nextRequest());
            }
        }
        while (System.nanoTime() < end) {
            selector.select(
                    key -> answered((LoadConnection) key.attachment(), latencies, counted), 50);
        }
        return counted;
    }

    private void answered(LoadConnection connection, Latencies latencies, long[] counted) {
        try {
            if (!connection.read()) {
                return;
            }
            var now = System.nanoTime();
            latencies.add(now - connection.sentAt());
            if (connection.status() / 100 == 2) {
                counted[0]++;
                var position = connection.position();
                if (position > 0) {
                    last = new Acknowledged(position, now);
                }
            } else {
                counted[1]++;
            }
            connection.send(nextRequest());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] nextRequest() {
        var request = requests.get(next);
        next = (next + 1) % requests.size();
        return request;
    }
}
