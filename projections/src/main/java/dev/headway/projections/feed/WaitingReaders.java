package dev.headway.projections.feed;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.querying.TooManyReadersException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Readers that wait for something to happen, on this node: each holds the virtual thread of its
 * call and nothing else. They are bounded, counted, and woken when Headway stops.
 */
@Component
@EnableConfigurationProperties(FeedProperties.class)
class WaitingReaders implements SmartLifecycle {

    private final EventLog log;
    private final FeedProperties limits;
    private final Map<Thread, String> waiting = new HashMap<>();
    private boolean accepting = true;

    WaitingReaders(EventLog log, FeedProperties limits, MeterRegistry meters) {
        this.log = log;
        this.limits = limits;
        Gauge.builder("headway.events.waiting", this, WaitingReaders::count)
                .description("Readers of events that wait for the next one")
                .register(meters);
    }

    /** The longest that anybody waits. */
    Duration longestWait() {
        return limits.longestWait();
    }

    /**
     * Waits until something may have happened after a position, so long at most.
     *
     * @return false when it is of no use to go on waiting
     * @throws TooManyReadersException when too many wait already
     */
    boolean await(String person, long position, Duration atMost) {
        if (!enter(person)) {
            return false;
        }
        try {
            log.awaitBeyond(position, atMost);
            return true;
        } catch (InterruptedException stopping) {
            return false;
        } finally {
            leave();
        }
    }

    private synchronized boolean enter(String person) {
        if (!accepting) {
            return false;
        }
        if (waiting.values().stream().filter(person::equals).count() >= limits.perPerson()) {
            throw new TooManyReadersException("%d wait already".formatted(limits.perPerson()));
        }
        if (waiting.size() >= limits.most()) {
            throw new TooManyReadersException("Too many wait here; try again");
        }
        waiting.put(Thread.currentThread(), person);
        return true;
    }

    /** What was woken by an interrupt goes on and answers as if it had not been. */
    private synchronized void leave() {
        waiting.remove(Thread.currentThread());
        var unused = Thread.interrupted();
    }

    synchronized int count() {
        return waiting.size();
    }

    @Override
    public synchronized void start() {
        accepting = true;
    }

    /** Before the web server waits for the calls under way. */
    @Override
    public synchronized void stop() {
        accepting = false;
        waiting.keySet().forEach(Thread::interrupt);
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
