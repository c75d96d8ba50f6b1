package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What is read of the log in one transaction: a few pages or many, so that a row that many events
 * change is written once for all of them, while no more than a page of events is in hand.
 *
 * @param lastPosition the position of its last event, or after which it began when there is none
 * @param events how many there were
 * @param pages how many were read, the last of which may be short
 */
record Batch(long lastPosition, int events, int pages) {

    /**
     * Some megabytes, and few enough to be shared by processors that are not quite side by side.
     */
    static final int PAGE_SIZE = 1_000;

    /** How many pages are read at most: some seconds of all processors' work side by side. */
    static final int MAX_PAGES = 100;

    /** How long is read at most, since others wait for the row meanwhile; storing comes on top. */
    static final Duration MAX_DURATION = Duration.ofSeconds(4);

    /** With so many rows in memory it is time to flush and drop them; some tens of megabytes. */
    static final int MAX_BUFFERED = 12_000;

    /**
     * Reads on from a position and has everything stored.
     *
     * @param parked whose events are passed over
     * @param pages how many at most
     * @param mayContinue whether to go on from a position, asked between pages; may wait
     */
    static Batch read(
            EventLog log,
            BatchHandler handler,
            ParkedStreams parked,
            long position,
            int pages,
            LongPredicate mayContinue) {
        var read = new Batch(position, 0, 0);
        List<RecordedEvent> page;
        do {
            page = log.after(read.lastPosition, PAGE_SIZE);
            if (!page.isEmpty()) {
                handle(log, handler, parked.without(page));
            }
            read = read.plus(page);
        } while (page.size() == PAGE_SIZE
                && read.pages < pages
                && handler.buffered() < MAX_BUFFERED
                && mayContinue.test(read.lastPosition));
        handler.flush();
        return read;
    }

    /** What holds of a partnership is read anew where an event changes it, as of that event. */
    static void handle(EventLog log, BatchHandler handler, List<RecordedEvent> page) {
        var from = 0;
        for (int index = 0; index < page.size(); index++) {
            var cause = page.get(index);
            if (Restatement.isCausedBy(cause)) {
                if (from < index) {
                    handler.on(page.subList(from, index));
                }
                from = index + 1;
                handler.restate(
                        Restatement.of(cause, log.ofStream(cause.stream(), cause.version() + 1)));
            }
        }
        if (from < page.size()) {
            handler.on(from == 0 ? page : page.subList(from, page.size()));
        }
    }

    /** Goes on for so long from now, wherever it is. */
    static LongPredicate until(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        return _ -> System.nanoTime() < end;
    }

    /** Whether the log ended with it. */
    boolean isAtTheHead() {
        return events < pages * PAGE_SIZE;
    }

    private Batch plus(List<RecordedEvent> page) {
        return new Batch(
                page.isEmpty() ? lastPosition : page.getLast().position(),
                events + page.size(),
                pages + 1);
    }
}
