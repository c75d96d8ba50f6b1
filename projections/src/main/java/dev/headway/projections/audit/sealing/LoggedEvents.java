package dev.headway.projections.audit.sealing;

import dev.headway.projections.log.EventBytes;
import dev.headway.projections.log.EventReads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The events in the order in which they are leaves: the stored ones by their position, and before
 * all of them, in a log that began in the place of another one, the event that names that one.
 */
@Component
public class LoggedEvents {

    private final LogTable log;
    private final EventReads events;

    LoggedEvents(LogTable log, EventReads events) {
        this.log = log;
        this.events = events;
    }

    /** Events after a position and up to another, as they are stored; at most {@code limit}. */
    public List<EventBytes> bytes(long after, long upTo, int limit) {
        var stored = events.bytes(after, upTo, limit);
        var first =
                after < FirstLeaf.POSITION && FirstLeaf.POSITION <= upTo
                        ? firstLeaf()
                        : Optional.<EventBytes>empty();
        if (first.isEmpty()) {
            return stored;
        }
        var all = new ArrayList<>(stored);
        all.add(first.get());
        all.sort(Comparator.comparingLong(EventBytes::position));
        return all.subList(0, Math.min(limit, all.size()));
    }

    private Optional<EventBytes> firstLeaf() {
        return log.head()
                .flatMap(head -> Optional.ofNullable(head.begunBy()))
                .flatMap(by -> events.bytes(by - 1, by, 1).stream().findFirst())
                .map(event -> event.at(FirstLeaf.POSITION));
    }

    /** The position of the newest event, 0 when there is none. */
    public long head() {
        return events.head();
    }
}
