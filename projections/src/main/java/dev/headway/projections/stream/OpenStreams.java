package dev.headway.projections.stream;

import dev.headway.projections.changes.ChangeFeed;
import dev.headway.projections.changes.ChangeFeed.Listener;
import dev.headway.projections.http.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The streams that are open on this node: bounded, counted, and ended when Headway stops. */
@Component
@EnableConfigurationProperties(StreamProperties.class)
class OpenStreams implements SmartLifecycle {

    private final ChangeFeed feed;
    private final StreamProperties limits;
    private final Counter refused;
    private final Set<Listener> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Integer> byPerson = new HashMap<>();
    private boolean accepting = true;

    OpenStreams(ChangeFeed feed, StreamProperties limits, MeterRegistry meters) {
        this.feed = feed;
        this.limits = limits;
        this.refused =
                Counter.builder("headway.stream.refused")
                        .description("Streams that were one too many")
                        .register(meters);
        Gauge.builder("headway.stream.open", this, OpenStreams::count)
                .description("Streams of changes that are open")
                .register(meters);
    }

    /**
     * Opens one; whoever did closes it.
     *
     * @param known up to which position they have been told; negative for somebody new
     * @throws Problem 429 when they have too many, 503 when all have
     */
    Listener open(String person, long known) {
        reserve(person);
        try {
            var listener = feed.listen(known, limits.waiting());
            var counted =
                    new Listener(
                            listener.queue(),
                            listener.missed(),
                            () -> {
                                listener.close();
                                release(person);
                            });
            add(counted);
            return counted;
        } catch (RuntimeException e) {
            release(person);
            throw e;
        }
    }

    void close(Listener stream) {
        synchronized (this) {
            open.remove(stream);
        }
        stream.close();
    }

    private synchronized void reserve(String person) {
        if (!accepting) {
            throw Problem.unavailable("Headway is stopping; try again");
        }
        var others = byPerson.getOrDefault(person, 0);
        if (others >= limits.perPerson()) {
            refused.increment();
            var problem =
                    Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "%d streams are open already; close one".formatted(others));
            problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
            throw problem;
        }
        if (byPerson.values().stream().mapToInt(Integer::intValue).sum() >= limits.most()) {
            refused.increment();
            throw Problem.unavailable("Too many streams are open here; try again");
        }
        byPerson.merge(person, 1, Integer::sum);
    }

    private synchronized void release(String person) {
        byPerson.merge(person, -1, (before, less) -> before + less == 0 ? null : before + less);
    }

    private synchronized void add(Listener stream) {
        open.add(stream);
        if (!accepting) {
            stream.queue().end();
        }
    }

    private synchronized int count() {
        return open.size();
    }

    @Override
    public synchronized void start() {
        accepting = true;
    }

    /** Before the web server waits for the calls under way, which streams would be for ever. */
    @Override
    public synchronized void stop() {
        accepting = false;
        open.forEach(stream -> stream.queue().end());
    }

    @Override
    public synchronized boolean isRunning() {
        return accepting;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
