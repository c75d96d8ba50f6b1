package dev.headway.projections.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A log in which some events are of no form that is known here.
 *
 * @param all as it would be if they were
 * @param unreadable the positions of those that are not
 */
public record PartlyUnreadableLog(EventLog all, Set<Long> unreadable) implements EventLog {

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return readable(all.after(position, limit));
    }

    @Override
    public List<RecordedEvent> ofStream(String stream, long fromVersion, long toVersion) {
        return readable(all.ofStream(stream, fromVersion, toVersion));
    }

    @Override
    public Map<String, List<RecordedEvent>> ofShortStreams(Collection<String> streams) {
        var found = all.ofShortStreams(streams);
        found.values().forEach(this::readable);
        return found;
    }

    @Override
    public long head() {
        return all.head();
    }

    @Override
    public void awaitBeyond(long position, Duration atMost) throws InterruptedException {
        all.awaitBeyond(position, atMost);
    }

    private List<RecordedEvent> readable(List<RecordedEvent> events) {
        events.stream()
                .filter(each -> unreadable.contains(each.position()))
                .findFirst()
                .ifPresent(
                        event -> {
                            throw new UndecodableEventException(
                                    stored(event), new IllegalStateException("No such event"));
                        });
        return events;
    }

    private static StoredEvent stored(RecordedEvent event) {
        var nothing = "{}".getBytes(UTF_8);
        return new StoredEvent(
                event.position(),
                event.stream(),
                "partnership",
                event.version(),
                event.eventId(),
                "Spoilt",
                "1",
                nothing,
                nothing,
                event.recordedAt());
    }
}
