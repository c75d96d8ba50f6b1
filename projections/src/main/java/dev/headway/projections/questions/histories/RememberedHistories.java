package dev.headway.projections.questions.histories;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.questions.histories.EveryHistory.History;
import dev.headway.projections.questions.portfolio.DescribedPartnerships.Described;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a question makes of each history, a kilobyte or so: good until the partnership's next event.
 * Where there are more partnerships than are remembered, the others are read each time.
 *
 * @param <T> what one history comes to; it may depend on nothing else, and on no time
 */
public final class RememberedHistories<T> {

    private static final int MOST = 20_000;
    private static final int PAGE = 1_000;

    private final Function<History, T> meaning;
    private final ReentrantLock lock = new ReentrantLock();
    private final Cache<String, Remembered<T>> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Whatever happened up to here is in what is remembered; below 0 nothing is. */
    private long seen = -1;

    private record Remembered<T>(Described of, T told) {}

    public RememberedHistories(Function<History, T> meaning) {
        this.meaning = meaning;
    }

    /** By one at a time: what is read meanwhile would be remembered as if nothing had happened. */
    <R> R upToDate(EventLog log, Supplier<R> work) {
        lock.lock();
        try {
            forgetChanged(log);
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void forgetChanged(EventLog log) {
        var head = log.head();
        if (seen < 0 || head < seen) {
            known.invalidateAll();
            seen = head;
            return;
        }
        for (var page = log.readableAfter(seen, PAGE);
                !page.isEmpty();
                page = log.readableAfter(seen, PAGE)) {
            page.forEach(each -> known.invalidate(each.stream()));
            seen = page.getLast().position();
        }
    }

    /** Of a partnership as it is described now, if it was not described otherwise then. */
    Optional<T> find(Described partnership) {
        return Optional.ofNullable(known.getIfPresent(partnership.partnershipId()))
                .filter(remembered -> remembered.of().equals(partnership))
                .map(Remembered::told);
    }

    T remember(History history) {
        var told = meaning.apply(history);
        var of = history.partnership();
        known.put(of.partnershipId(), new Remembered<>(of, told));
        return told;
    }
}
