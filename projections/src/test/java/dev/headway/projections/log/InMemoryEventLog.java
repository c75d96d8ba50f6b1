package dev.headway.projections.log;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened, for tests of the reading side, which begins where the event store ends. */
public final class InMemoryEventLog implements EventLog {

    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<String, List<RecordedEvent>> streams = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    private final int spacing;

    private Instant recordedAt = Instant.parse("2026-01-01T00:00:00Z");
    private Provenance provenance = Provenance.of("manager-1", "MANAGER", "API", "request-1");

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
        provenance = provenance.inPlaceOf(eventId);
        return this;
    }

    /** Appends events to a stream. */
    public InMemoryEventLog happened(String stream, HeadwayEvent... happened) {
        return locked(
                () -> {
                    for (var event : happened) {
                        append(stream, event, provenance);
                    }
                    return this;
                });
    }

    /** Appends a withdrawal, and what stands in the place of what it withdraws. */
    public InMemoryEventLog corrected(String stream, FactWithdrawn withdrawn, HeadwayEvent anew) {
        var by = provenance;
        var instead = by.inPlaceOf(withdrawn.eventId());
        return locked(
                () -> {
                    append(stream, withdrawn, by);
                    append(stream, anew, instead);
                    return this;
                });
    }

    private void append(String stream, HeadwayEvent event, Provenance by) {
        var position = (long) spacing * (events.size() + 1);
        var ofStream = streams.computeIfAbsent(stream, _ -> new ArrayList<>());
        var version = 1L + ofStream.size();
        var id = "event-" + position;
        var recorded = new RecordedEvent(position, id, stream, version, event, recordedAt, by);
        events.add(recorded);
        ofStream.add(recorded);
        news.signalAll();
    }

    public RecordedEvent last() {
        return locked(events::getLast);
    }

    public List<RecordedEvent> all() {
        return locked(() -> List.copyOf(events));
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return locked(
                () -> {
                    var from = (int) Math.min(events.size(), Math.max(0, position / spacing));
                    var to = (int) Math.min(events.size(), (long) from + limit);
                    return List.copyOf(events.subList(from, to));
                });
    }

    @Override
    public Map<String, List<RecordedEvent>> ofShortStreams(Collection<String> wanted) {
        return locked(
                () ->
                        wanted.stream()
                                .filter(streams::containsKey)
                                .collect(
                                        Collectors.toMap(
                                                each -> each,
                                                each -> ofStream(each, Long.MAX_VALUE))));
    }

    @Override
    public List<RecordedEvent> ofStream(String stream, long fromVersion, long toVersion) {
        return locked(
                () ->
                        streams.getOrDefault(stream, List.of()).stream()
                                .filter(each -> each.version() >= fromVersion)
                                .filter(each -> each.version() <= toVersion)
                                .toList());
    }

    @Override
    public long head() {
        return locked(() -> events.isEmpty() ? 0 : events.getLast().position());
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

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
