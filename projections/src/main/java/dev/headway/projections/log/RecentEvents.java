package dev.headway.projections.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A cache of the newest events, decoded once for all projections of this node. They read the log at
 * nearly the same time, so whoever comes first reads for all; one that is far behind, as in a
 * rebuild, reads for itself.
 */
final class RecentEvents {

    /** Where events come from that are not in the cache. */
    interface Source {

        List<RecordedEvent> after(long position, int limit);
    }

    private final Source source;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private List<RecordedEvent> cached = new ArrayList<>();
    private long from; // the cache is complete after this position
    private long to; // and up to this one

    /**
     * @param capacity how many events are kept at least
     */
    RecentEvents(Source source, int capacity) {
        this.source = source;
        this.capacity = capacity;
    }

    List<RecordedEvent> after(long position, int limit) {
        lock.lock();
        try {
            if (position >= from) {
                return position < to ? fromCache(position, limit) : readOn(position, limit);
            }
        } finally {
            lock.unlock();
        }
        return source.after(position, limit);
    }

    /** What is cached, and what the log has after it when that is not enough. */
    private List<RecordedEvent> fromCache(long position, int limit) {
        var first = firstAfter(position);
        var last = Math.min(first + limit, cached.size());
        var page = new ArrayList<>(cached.subList(first, last));
        if (page.size() < limit) {
            page.addAll(readOn(to, limit - page.size()));
        }
        return page;
    }

    /** Reads on from the cache's end, or begins another cache where nobody has been. */
    private List<RecordedEvent> readOn(long position, int limit) {
        var page = source.after(position, limit);
        if (position > to) {
            cached = new ArrayList<>();
            from = position;
            to = position;
        }
        if (!page.isEmpty()) {
            cached.addAll(page);
            to = page.getLast().position();
            evict();
        }
        return page;
    }

    private void evict() {
        if (cached.size() > 2 * capacity) {
            var evicted = cached.size() - capacity;
            from = cached.get(evicted - 1).position();
            cached = new ArrayList<>(cached.subList(evicted, cached.size()));
        }
    }

    private int firstAfter(long position) {
        int low = 0;
        int high = cached.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (cached.get(middle).position() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
