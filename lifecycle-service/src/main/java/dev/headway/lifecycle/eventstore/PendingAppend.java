package dev.headway.lifecycle.eventstore;

import dev.headway.lifecycle.eventstore.AppendContext.IdempotencyRow;
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
    private final @Nullable IdempotencyRow keyed;
    private final AtomicBoolean claimed = new AtomicBoolean();
    // An end is a value, also a bad one: a future that fails costs a stack trace per command.
    private final CompletableFuture<Completion> completion = new CompletableFuture<>();

    PendingAppend(List<EventRow> events, @Nullable IdempotencyRow keyed) {
        this.events = events;
        this.keyed = keyed;
    }

    List<EventRow> events() {
        return events;
    }

    @Nullable IdempotencyRow keyed() {
        return keyed;
    }

    /** Called by the appender before it sends; false when the command no longer waits. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Called with what {@code append_events} said about this command. */
    void complete(String outcome, long lastPosition) {
        switch (outcome) {
            case "APPENDED" -> completion.complete(new Completion(lastPosition, null));
            case "LOST_RACE" -> fail(concurrentAppend());
            case "KEY_TAKEN" -> fail(keyTaken());
            default -> fail(new IllegalStateException("append_events said " + outcome));
        }
    }

    void fail(RuntimeException why) {
        completion.complete(new Completion(0, why));
    }

    /**
     * The position of the last event, or the log's when there was none to append.
     *
     * @throws EventStoreUnavailableException when nothing was stored in time
     * @throws UnknownOutcomeException when it was sent and no answer came in time
     */
    long await(Duration atMost) {
        try {
            var reached = completion.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (reached.failure != null) {
                throw reached.failure;
            }
            return reached.lastPosition;
        } catch (TimeoutException e) {
            throw giveUp("No answer from the event store within " + atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw giveUp("Interrupted while waiting for the event store");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // an end is always a value
        }
    }

    private RuntimeException giveUp(String why) {
        var isWithdrawn = claim();
        return isWithdrawn
                ? new EventStoreUnavailableException(why, null)
                : new UnknownOutcomeException(null);
    }

    private RuntimeException concurrentAppend() {
        var first = events.getFirst();
        return first.version() == 1
                ? new StreamExistsException(first)
                : new ConcurrentAppendException(first);
    }

    private RuntimeException keyTaken() {
        return keyed == null
                ? new IllegalStateException("A key is taken that the command does not have")
                : new IdempotencyKeyTakenException(keyed.key());
    }

    private record Completion(long lastPosition, @Nullable RuntimeException failure) {}
}
