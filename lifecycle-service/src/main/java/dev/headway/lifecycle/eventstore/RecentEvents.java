package dev.headway.lifecycle.eventstore;

import dev.headway.projections.reading.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest stretch of the log, decoded once for all projections of this node. They read it at
 * nearly the same time, so whoever comes first reads for all; one that is far behind, as in a
 * rebuild, reads for itself.
 */
final class RecentEvents {

    /** Where a stretch of the log comes from when it is not remembered. */
    interface Source {

        List<RecordedEvent> after(long position, int limit);
    }

    private final Source source;
    private final int remembered;
    private final ReentrantLock lock = new ReentrantLock();
    private List<RecordedEvent> stretch = new ArrayList<>();
    private long from; // the stretch is complete after this position
    private long to; // and up to this one

    /**
     * @param remembered how many events are kept at least
     */
    RecentEvents(Source source, int remembered) {
        this.source = source;
        this.remembered = remembered;
    }

    List<RecordedEvent> after(long position, int limit) {
        lock.lock();
        try {
            if (position >= from) {
                return position < to ? recalled(position, limit) : ahead(position, limit);
            }
        } finally {
            lock.unlock();
        }
        return source.after(position, limit);
    }

    /** What is remembered, and what the log has after it when that is not enough. */
    private List<RecordedEvent> recalled(long position, int limit) {
        var first = firstAfter(position);
        var last = Math.min(first + limit, stretch.size());
        var page = new ArrayList<>(stretch.subList(first, last));
        if (page.size() < limit) {
            page.addAll(ahead(to, limit - page.size()));
        }
        return page;
    }

    /** Reads on from the end of the stretch, or begins another one where nobody has been. */
    private List<RecordedEvent> ahead(long position, int limit) {
        var page = source.after(position, limit);
        if (position > to) {
            stretch = new ArrayList<>();
            from = position;
            to = position;
        }
        if (!page.isEmpty()) {
            stretch.addAll(page);
            to = page.getLast().position();
            forget();
        }
        return page;
    }

    private void forget() {
        if (stretch.size() > 2 * remembered) {
            var forgotten = stretch.size() - remembered;
            from = stretch.get(forgotten - 1).position();
            stretch = new ArrayList<>(stretch.subList(forgotten, stretch.size()));
        }
    }

    private int firstAfter(long position) {
        int low = 0;
        int high = stretch.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (stretch.get(middle).position() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
