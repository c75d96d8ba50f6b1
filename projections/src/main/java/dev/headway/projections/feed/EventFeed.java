package dev.headway.projections.feed;

import dev.headway.projections.log.ChosenEvents;
import dev.headway.projections.log.EventBytes;
import dev.headway.projections.log.EventChoice;
import dev.headway.projections.log.EventReads;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the log on for somebody who wants some of it, a page at a time. */
@Component
public class EventFeed {

    /** How many positions one statement looks through for events of a few types. */
    private static final long WINDOW = 10_000;

    /** How many windows are looked through for one page. */
    private static final int WINDOWS = 20;

    private final EventReads reads;
    private final ChosenEvents chosen;

    EventFeed(EventReads reads, ChosenEvents chosen) {
        this.reads = reads;
        this.chosen = chosen;
    }

    /**
     * A page of the log.
     *
     * @param events as they are stored, oldest first
     * @param reached up to which position nothing was left out; where the next page begins
     */
    public record Page(List<EventBytes> events, long reached) {}

    /** The position of the newest event that may be read. */
    public long head() {
        return reads.head();
    }

    /**
     * What was chosen, after a position and up to another: at most {@code limit} events, and no
     * more than so many bytes unless the first alone has. A page without any may end before the
     * head, where much lies between: whoever goes on from {@code reached} misses nothing.
     */
    public Page page(EventChoice choice, long after, long upTo, int limit, long bytes) {
        var end = Math.min(upTo, reads.head()); // whatever comes to be later lies behind it
        if (end <= after) {
            return new Page(List.of(), after);
        }
        var isFound = choice.isAll() || !choice.streams().isEmpty();
        var from = after;
        for (int window = 0; window < WINDOWS && from < end; window++) {
            var to = isFound ? end : Math.min(end, from + WINDOW);
            var events = chosen.page(choice, from, to, limit, bytes);
            if (!events.isEmpty()) {
                return new Page(events, events.getLast().position());
            }
            from = to;
        }
        return new Page(List.of(), from);
    }
}
