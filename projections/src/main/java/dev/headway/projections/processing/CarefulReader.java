package dev.headway.projections.processing;

import dev.headway.projections.deadletters.ParkedEvent;
import dev.headway.projections.deadletters.Poison;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.log.UndecodableEventException;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;

/**
 * Reads where a projection fails: what does not go together is tried in halves, down to the one
 * event that fails by itself, and that parks its stream. In one transaction with a savepoint for
 * each try, so that whatever fails leaves no trace, and what passes by itself later, as a database
 * that is away, fails all of it.
 */
final class CarefulReader {

    private static final Logger LOG = LoggerFactory.getLogger(CarefulReader.class);

    private final Projection projection;
    private final EventLog log;
    private final Letters letters;
    private final ParkedStreams parked;
    private final TransactionStatus transaction;
    private boolean hasParked;

    CarefulReader(
            Projection projection,
            EventLog log,
            Letters letters,
            ParkedStreams parked,
            TransactionStatus transaction) {
        this.projection = projection;
        this.log = log;
        this.letters = letters;
        this.parked = parked;
        this.transaction = transaction;
    }

    /**
     * Reads on from a position and has everything stored that can be.
     *
     * @param pages how many at most
     * @param mayContinue whether to go on from a position, asked between pages
     * @return the position of the last event that was worked in or parked
     */
    long read(long position, int pages, LongPredicate mayContinue) {
        var last = position;
        for (int page = 0; page < pages; page++) {
            var before = last;
            last = readPage(last, Batch.PAGE_SIZE);
            if (last == before || !mayContinue.test(last)) {
                return last;
            }
        }
        return last;
    }

    /** Whether it has parked any stream. */
    boolean hasParked() {
        return hasParked;
    }

    /** What cannot be decoded is passed where it stands, between what comes before and after it. */
    private long readPage(long position, int limit) {
        var last = position;
        var left = limit;
        while (left > 0) {
            try {
                var page = log.after(last, left);
                work(page);
                return page.isEmpty() ? last : page.getLast().position();
            } catch (UndecodableEventException e) {
                left -= workUpToUndecodable(last, left) + 1;
                pass(e);
                last = e.position();
            }
        }
        return last;
    }

    /** Works in what lies before the next event that cannot be decoded; says how many that were. */
    private int workUpToUndecodable(long position, int limit) {
        var last = position;
        var worked = 0;
        var size = limit / 2;
        while (size > 0) {
            try {
                var page = log.after(last, size);
                work(page);
                worked += page.size();
                last = page.getLast().position();
            } catch (UndecodableEventException _) {
                size /= 2;
            }
        }
        return worked;
    }

    /** Has an event pass that nothing here reads: its stream is parked, or has been before. */
    void pass(UndecodableEventException undecodable) {
        if (!parked.passesOver(undecodable.stored().stream())) {
            park(ParkedEvent.of(undecodable), undecodable);
        }
    }

    /** Works in what can be of these events, in position order. */
    void work(List<RecordedEvent> events) {
        var wanted = parked.without(events);
        if (wanted.isEmpty()) {
            return;
        }
        var failure = tryAll(wanted);
        if (failure == null) {
            return;
        }
        if (wanted.size() == 1) {
            park(ParkedEvent.of(wanted.getFirst()), failure);
            return;
        }
        var half = wanted.size() / 2;
        work(wanted.subList(0, half));
        work(wanted.subList(half, wanted.size()));
    }

    private @Nullable Throwable tryAll(List<RecordedEvent> events) {
        var savepoint = transaction.createSavepoint();
        try {
            var handler = projection.open();
            Batch.handle(log, handler, events);
            handler.flush();
            transaction.releaseSavepoint(savepoint);
            return null;
        } catch (Throwable e) { // a stack that overflows is the event's as well
            if (!Poison.isCauseOf(e)) {
                throw e;
            }
            transaction.rollbackToSavepoint(savepoint);
            transaction.releaseSavepoint(savepoint);
            return e;
        }
    }

    private void park(ParkedEvent event, Throwable failure) {
        letters.park(event, failure, parked);
        hasParked = true;
        LOG.error(
                "{} fails at {} ({} at {}): its stream is parked there, all others go on",
                letters.name(),
                event.stream(),
                event.eventType(),
                event.position(),
                failure);
    }
}
