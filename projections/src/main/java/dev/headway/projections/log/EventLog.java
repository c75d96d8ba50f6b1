package dev.headway.projections.log;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where projections get their events from: the event store in the same process, or Kafka. Position
 * order is commit order, so a reader at position <i>p</i> has seen everything up to <i>p</i>.
 */
public interface EventLog {

    /**
     * The events after {@code position}, oldest first, at most {@code limit}; empty at the head.
     *
     * @throws UndecodableEventException when one of them cannot be decoded
     */
    List<RecordedEvent> after(long position, int limit);

    /**
     * The same for who shows what is there and keeps nothing of it: events that cannot be decoded
     * are passed over, and fewer than {@code limit} do not say that the log ends there.
     */
    default List<RecordedEvent> readableAfter(long position, int limit) {
        try {
            return after(position, limit);
        } catch (UndecodableEventException e) {
            return limit > 1
                    ? readableAfter(position, limit / 2)
                    : readableAfter(e.position(), limit);
        }
    }

    /** The events of one stream up to a version, oldest first. */
    default List<RecordedEvent> ofStream(String stream, long toVersion) {
        return ofStream(stream, 1, toVersion);
    }

    /** The events of one stream from a version, from 1, up to another, oldest first. */
    List<RecordedEvent> ofStream(String stream, long fromVersion, long toVersion);

    /**
     * All events of each of these streams, oldest first, by stream; without the streams that have
     * none, and those that are so long that a snapshot was taken of them.
     */
    Map<String, List<RecordedEvent>> ofShortStreams(Collection<String> streams);

    /** The position of the newest event, 0 when there is none. */
    long head();

    /**
     * Waits until something may have been stored after {@code position}, or {@code atMost} has
     * passed; may return early.
     */
    void awaitBeyond(long position, Duration atMost) throws InterruptedException;
}
