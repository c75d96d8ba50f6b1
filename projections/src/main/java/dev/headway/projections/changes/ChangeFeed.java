package dev.headway.projections.changes;

import dev.headway.projections.changes.ChangeQueue.Waiting;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.Positions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells whoever listens on this node what changed, on whichever node it was done: one thread reads
 * the log for all of them, and ends with the last of them. Nobody is told of a change before what
 * pages show has it in it.
 */
@Component
public class ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    /** What pages ask; what is said of alerts is right only behind what watches them. */
    private static final List<String> SHOWN =
            List.of("portfolio", "next-steps", "program", "watching");

    /** How long a change of an alert waits at most, and a change by another node. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** A burst becomes few looks. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private static final int PAGE = 500;

    private final EventLog log;
    private final Positions positions;
    private final AlertChangeTable alerts;
    private final MissedChanges missed;
    private final Set<ChangeQueue> listeners = new HashSet<>();
    private Run run = new Run(0, 0);

    public ChangeFeed(EventLog log, Positions positions, AlertChangeTable alerts) {
        this.log = log;
        this.positions = positions;
        this.alerts = alerts;
        this.missed = new MissedChanges(log, alerts);
    }

    /** Where somebody began to listen. */
    private record Place(ChangeQueue queue, long position, long alertNumber) {}

    /**
     * Somebody who listens, until they are closed.
     *
     * @param missed what changed since the position that they brought
     */
    public record Listener(ChangeQueue queue, Waiting missed, Runnable leave)
            implements AutoCloseable {

        @Override
        public void close() {
            leave.run();
        }
    }

    /**
     * Begins to listen.
     *
     * @param known up to which position they have been told; negative for somebody new, who missed
     *     nothing
     * @param capacity how many things may wait for a slow listener
     */
    public Listener listen(long known, int capacity) {
        var place = enter(new ChangeQueue(capacity));
        try {
            var before =
                    known < 0
                            ? new Waiting(List.of(), false, place.position())
                            : missed.after(known, place.position(), place.alertNumber());
            return new Listener(place.queue(), before, () -> leave(place.queue()));
        } catch (RuntimeException e) {
            leave(place.queue());
            throw e;
        }
    }

    private synchronized Place enter(ChangeQueue queue) {
        if (listeners.isEmpty()) {
            var alertNumber = alerts.last(); // first: what comes between the two is told
            run = new Run(positions.reachedBy(SHOWN), alertNumber);
            Thread.ofVirtual().name("change-feed").start(run::follow);
        }
        listeners.add(queue);
        return new Place(queue, run.position, run.alertNumber);
    }

    private synchronized void leave(ChangeQueue queue) {
        if (listeners.remove(queue) && listeners.isEmpty()) {
            run.stopped.countDown();
        }
    }

    /** How many listen. */
    public synchronized int listeners() {
        return listeners.size();
    }

    /** Tells what belongs together; false when whoever listens now listens to another run. */
    private synchronized boolean tell(Run from, List<Change> changes, long upTo, long alertNumber) {
        if (run != from || from.stopped.getCount() == 0) {
            return false;
        }
        from.position = upTo;
        from.alertNumber = alertNumber;
        listeners.forEach(each -> each.add(changes, upTo));
        return true;
    }

    /** From the first listener to the last. */
    private final class Run {

        private final CountDownLatch stopped = new CountDownLatch(1);
        private long position;
        private long alertNumber;

        Run(long position, long alertNumber) {
            this.position = position;
            this.alertNumber = alertNumber;
        }

        void follow() {
            try {
                while (!stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.awaitBeyond(position, LOOK);
                    look();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void look() throws InterruptedException {
            try {
                while (read()) {
                    // until there is nothing more
                }
            } catch (RuntimeException e) {
                LOG.warn("Nobody is told of changes for a moment: {}", e.getMessage());
                var unused = stopped.await(AFTER_A_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        /** Reads a page, and says whether there may be another. */
        private boolean read() {
            var reached = positions.reachedBy(SHOWN);
            var changes = new ArrayList<Change>();
            var upTo = position;
            var events = 0;
            if (reached > position) {
                for (var recorded : log.readableAfter(position, PAGE)) {
                    if (recorded.position() <= reached) {
                        changes.addAll(Change.by(recorded));
                        upTo = recorded.position();
                        events++;
                    }
                }
            }
            var rows = alerts.after(alertNumber, PAGE);
            for (var row : rows) {
                changes.add(row.at(upTo));
            }
            var number = rows.isEmpty() ? alertNumber : rows.getLast().number();
            var isNothingNew = changes.isEmpty() && upTo == position;
            return (isNothingNew || tell(this, changes, upTo, number))
                    && (events == PAGE || rows.size() == PAGE);
        }
    }
}
