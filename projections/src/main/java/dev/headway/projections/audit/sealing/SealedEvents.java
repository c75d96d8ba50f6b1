package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.LogEntry;
import dev.headway.projections.audit.transparency.TreeHash;
import dev.headway.projections.log.EventBytes;
import java.util.List;

/** What events are in the tree. */
public final class SealedEvents {

    private SealedEvents() {}

    /**
     * @throws SealingRefusedException for what no appender of Headway's has stored
     */
    static List<TreeHash> hashes(List<EventBytes> events) {
        try {
            return events.stream().map(each -> entry(each).hash()).toList();
        } catch (IllegalArgumentException e) {
            throw new SealingRefusedException(String.valueOf(e.getMessage()));
        }
    }

    /** The entry of one event. */
    public static LogEntry entry(EventBytes event) {
        return new LogEntry(
                event.position(),
                event.streamType(),
                event.stream(),
                event.version(),
                event.eventId(),
                event.type(),
                event.revision(),
                LogEntry.spelled(event.recordedAt()),
                LogEntry.spelled(event.effectiveAt()),
                LogEntry.digest(event.payload()),
                LogEntry.digest(event.metadata()));
    }
}
