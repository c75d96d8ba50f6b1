package dev.headway.projections.processing;

import dev.headway.projections.log.RecordedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The streams that are parked in a projection, as of a claim: their events are passed over, and
 * counted.
 */
final class ParkedStreams {

    private final Set<String> streams;
    private final Map<String, Integer> passedOver = new HashMap<>();

    ParkedStreams(Collection<String> streams) {
        this.streams = new HashSet<>(streams);
    }

    /** These events without those of parked streams, which are counted. */
    List<RecordedEvent> without(List<RecordedEvent> events) {
        if (streams.isEmpty()) {
            return events;
        }
        return events.stream().filter(each -> !passesOver(each.stream())).toList();
    }

    /** Whether an event of a stream is passed over; counts it when it is. */
    boolean passesOver(String stream) {
        var isParked = streams.contains(stream);
        if (isParked) {
            passedOver.merge(stream, 1, Integer::sum);
        }
        return isParked;
    }

    void add(String stream) {
        streams.add(stream);
    }

    void remove(String stream) {
        streams.remove(stream);
    }

    boolean contains(String stream) {
        return streams.contains(stream);
    }

    /** As it is now. */
    Set<String> streams() {
        return Set.copyOf(streams);
    }

    int size() {
        return streams.size();
    }

    /** How many events of each stream were passed over. */
    Map<String, Integer> passedOver() {
        return passedOver;
    }
}
