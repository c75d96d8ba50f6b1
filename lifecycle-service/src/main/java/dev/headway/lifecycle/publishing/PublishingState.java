package dev.headway.lifecycle.publishing;

import dev.headway.projections.topic.PartitionLayout;
import java.util.Map;
import java.util.NavigableMap;

/**
 * How far the topic is filled.
 *
 * @param position up to which the brokers have acknowledged everything
 * @param topicId of which topic; empty before the first
 * @param layouts among how many partitions events are spread, from the one after a position on
 * @param partitions how far each of them is filled
 */
record PublishingState(
        long position,
        String topicId,
        NavigableMap<Long, Integer> layouts,
        Map<Integer, Reached> partitions) {

    /** Of a partition that nothing was written to. */
    private static final Reached NOTHING = new Reached(0, -1);

    /**
     * @param position of its last event, 0 before the first
     * @param offset of its last record, -1 before the first
     */
    record Reached(long position, long offset) {}

    /** How the events after a position are spread. */
    PartitionLayout layoutAfter(long place) {
        return new PartitionLayout(topicId, layouts.floorEntry(place).getValue());
    }

    /** Up to where they are spread so. */
    long layoutEndsAt(long place) {
        var next = layouts.higherKey(place);
        return next == null ? Long.MAX_VALUE : next;
    }

    /** How many partitions there are in the newest layout; 0 without one. */
    int newestLayout() {
        return layouts.isEmpty() ? 0 : layouts.lastEntry().getValue();
    }

    Reached reached(int partition) {
        return partitions.getOrDefault(partition, NOTHING);
    }
}
