package dev.headway.projections.log;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What happened, for tests of the reading side, which begins where the event store ends. */
public final class InMemoryEventLog implements EventLog {

    private final List<RecordedEvent> events = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    private final int spacing;

    private Instant recordedAt = Instant.parse("2026-01-01T00:00:00Z");
    private Provenance provenance =
            Provenance.of("manager-1", "MANAGER", "API", "request-1");

    /** One whose positions have holes, as the real log's may have. */
    public InMemoryEventLog() {
        this(10);
    }

    /**
     * @param spacing from one position to the next
     */
    public InMemoryEventLog(int spacing) {
        this.spacing = spacing;
    }

    /** From now on, events are recorded at this instant. */
    public InMemoryEventLog recordedAt(Instant instant) {
        recordedAt = instant;
        return this;
    }

    /** From now on, somebody else is behind the events. */
    public InMemoryEventLog by(String actor, String role, String channel) {
        provenance = Provenance.of(actor, role, channel, "request-1");
        return this;
    }

    /** From now on, events stand in the place of a withdrawn one; null for their own. */
    public InMemoryEventLog inPlaceOf(@Nullable String eventId) {
        provenance =
                new Provenance(
                        provenance.actor(),
                        provenance.role(),
                        provenance.onBehalfOf(),
                        provenance.channel(),
                        provenance.reason(),
                        provenance.correlationId(),
                        eventId);
        return this;
    }

    /** Appends events to a stream. */
    public InMemoryEventLog happened(String stream, HeadwayEvent... happened) {
        for (var event : happened) {
            var position = (long) spacing * (events.size() + 1);
            var version = 1 + events.stream().filter(e -> e.stream().equals(stream)).count();
            events.add(
                    new RecordedEvent(
                            position,
                            "event-" + position,
                            stream,
                            version,
                            event,
                            recordedAt,
                            provenance));
        }
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
        return this;
    }

    public List<RecordedEvent> all() {
        return List.copyOf(events);
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return events.stream().filter(e -> e.position() > position).limit(limit).toList();
    }

    @Override
    public List<RecordedEvent> ofStream(String stream, long toVersion) {
        return events.stream()
                .filter(each -> each.stream().equals(stream) && each.version() <= toVersion)
                .toList();
    }

    @Override
    public long head() {
        return events.isEmpty() ? 0 : events.getLast().position();
    }

    @Override
    public void awaitBeyond(long position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            if (head() <= position) {
                var unused = news.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
