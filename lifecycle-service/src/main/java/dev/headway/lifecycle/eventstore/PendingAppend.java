package dev.headway.lifecycle.eventstore;

import dev.headway.lifecycle.eventstore.AppendContext.KeyedRow;
import dev.headway.projections.log.EventStoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What one command wants stored, on its way through its group. Either the appender takes it, right
 * before it is sent to PostgreSQL, or the waiting command withdraws it; never both.
 */
final class PendingAppend {

    private final List<EventRow> events;
    private final @Nullable KeyedRow keyed;
    private final AtomicBoolean takenOrWithdrawn = new AtomicBoolean();
    // An end is a value, also a bad one: a future that fails costs a stack trace per command.
    private final CompletableFuture<End> end = new CompletableFuture<>();

    PendingAppend(List<EventRow> events, @Nullable KeyedRow keyed) {
        this.events = events;
        this.keyed = keyed;
    }

    List<EventRow> events() {
        return events;
    }

    @Nullable KeyedRow keyed() {
        return keyed;
    }

    /** Called by the appender before it sends; false when the command no longer waits. */
    boolean take() {
        return takenOrWithdrawn.compareAndSet(false, true);
    }

    /** Called with what {@code append_events} said about this command. */
    void settle(String outcome, long lastPosition) {
        switch (outcome) {
            case "APPENDED" -> end.complete(new End(lastPosition, null));
            case "LOST_RACE" -> fail(lostRace());
            case "KEY_TAKEN" -> fail(keyTaken());
            default -> fail(new IllegalStateException("append_events said " + outcome));
        }
    }

    void fail(RuntimeException why) {
        end.complete(new End(0, why));
    }

    /**
     * The position of the last event, or the log's when there was none to append.
     *
     * @throws EventStoreUnavailableException when nothing was stored in time
     * @throws UnknownOutcomeException when it was sent and no answer came in time
     */
    long await(Duration atMost) {
        try {
            var reached = end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (reached.failure != null) {
                throw reached.failure;
            }
            return reached.lastPosition;
        } catch (TimeoutException e) {
            throw givenUp("No answer from the event store within " + atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp("Interrupted while waiting for the event store");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // an end is always a value
        }
    }

    private RuntimeException givenUp(String why) {
        var withdrawn = take();
        return withdrawn
                ? new EventStoreUnavailableException(why, null)
                : new UnknownOutcomeException(null);
    }

    private RuntimeException lostRace() {
        var first = events.getFirst();
        return first.version() == 1
                ? new StreamExistsException(first)
                : new ConcurrentAppendException(first);
    }

    private RuntimeException keyTaken() {
        return keyed == null
                ? new IllegalStateException("A command without a key was told that it is taken")
                : new IdempotencyKeyTakenException(keyed.key());
    }

    private record End(long lastPosition, @Nullable RuntimeException failure) {}
}
