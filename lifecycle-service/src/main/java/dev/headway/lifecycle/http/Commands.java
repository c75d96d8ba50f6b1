package dev.headway.lifecycle.http;

import static java.util.Objects.requireNonNull;

import dev.headway.lifecycle.eventstore.AppendContext;
import dev.headway.lifecycle.eventstore.StoredAnswer;
import dev.headway.lifecycle.eventstore.UnknownOutcomeException;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventStoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How a command gets from a call to its aggregate and comes back with an answer. */
@Component
public class Commands {

    /** Far more than two nodes can lose in a row; a safety net, not a policy. */
    private static final int ATTEMPTS = 50;

    private final CommandGateway gateway;
    private final RepeatedCalls repeated;
    private final EventStore events;
    private final Cache remembered;
    private final EventLog log;
    private final MeterRegistry meters;

    Commands(
            CommandGateway gateway,
            RepeatedCalls repeated,
            EventStore events,
            Cache remembered,
            EventLog log,
            MeterRegistry meters) {
        this.gateway = gateway;
        this.repeated = repeated;
        this.events = events;
        this.remembered = remembered;
        this.log = log;
        this.meters = meters;
    }

    /**
     * What came of a command.
     *
     * @param position the position of the last event it stored, 0 when there was nothing to store
     */
    public record Receipt<A>(A answer, long position) {}

    /**
     * Sends a command on behalf of a call. A command that loses a race to another writer is decided
     * again on what the other one left, so that only the caller's own If-Match can make it stale.
     *
     * @throws Problem 403 when the caller's roles do not allow the command, 404 when the aggregate
     *     is not there, 503 when the store is away
     */
    public <A> Receipt<A> send(Permitted command, Call call) {
        return send(command, call, AppendContext::plain);
    }

    /**
     * Sends a command and renders its answer; a call with an idempotency key gets its first answer
     * again.
     *
     * @throws Problem as {@link #send(Permitted, Call)}, and 422 or 409 for a key that cannot be
     *     used
     */
    public <A> ResponseEntity<byte[]> reply(
            Permitted command, Call call, Function<A, Reply> render) {
        var repeatable = call.repeatable();
        if (repeatable == null) {
            Receipt<A> receipt = send(command, call);
            return render.apply(receipt.answer()).at(visibleFrom(receipt));
        }
        var given = repeated.answer(repeatable, () -> keyed(command, call, repeatable, render));
        return given.reply().at(given.position());
    }

    /**
     * Does what takes more than one command once for an idempotency key; the answer is kept when
     * all of it is done.
     *
     * @throws Problem what {@code work} throws, and 422 or 409 for a key that cannot be used
     */
    public ResponseEntity<byte[]> once(Repeatable call, Supplier<Reply> work) {
        var given = kept(call, work);
        return given.reply().at(given.position());
    }

    /**
     * Answers a question that came as a POST; asked again with the same idempotency key, it gets
     * its first answer. The position is told by who waited for it.
     *
     * @throws Problem what {@code question} throws, and 422 or 409 for a key that cannot be used
     */
    public ResponseEntity<byte[]> answer(@Nullable Repeatable call, Supplier<Reply> question) {
        if (call == null) {
            return question.get().at(0);
        }
        return kept(call, question).reply().at(0);
    }

    private RepeatedCalls.Given kept(Repeatable call, Supplier<Reply> work) {
        return repeated.answer(
                call,
                () -> {
                    var reply = work.get();
                    return new RepeatedCalls.Given(reply, repeated.keep(call, reply));
                });
    }

    private <A> RepeatedCalls.Given keyed(
            Permitted command, Call call, Repeatable repeatable, Function<A, Reply> render) {
        @SuppressWarnings("unchecked")
        Function<@Nullable Object, StoredAnswer.Answer> stored =
                result -> RepeatedCalls.stored(render.apply((A) requireNonNull(result)));
        Receipt<A> receipt =
                send(
                        command,
                        call,
                        () ->
                                AppendContext.keyed(
                                        repeatable.key(), repeatable.fingerprint().get(), stored));
        var reply = render.apply(receipt.answer());
        return new RepeatedCalls.Given(
                reply,
                receipt.position() > 0 ? receipt.position() : repeated.keep(repeatable, reply));
    }

    private <A> Receipt<A> send(Permitted command, Call call, Supplier<AppendContext> context) {
        if (!call.may(command)) {
            throw Problem.forbidden("This is not for the roles of the caller");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                Receipt<A> receipt = attempt(command, call, context.get());
                if (attempt == ATTEMPTS || !isOutdated(command, receipt)) {
                    return receipt;
                }
                count(command, "outdated");
                remembered.remove(requireNonNull(command.stream()));
            } catch (ConcurrencyException | AggregateStreamCreationException lostRace) {
                count(command, "lost-race");
                if (attempt == ATTEMPTS) {
                    throw Problem.unavailable("Too many writers at once; try again");
                }
            } catch (EventStoreUnavailableException away) {
                count(command, "store-away");
                throw Problem.unavailable("The event store is away; nothing was stored");
            } catch (UnknownOutcomeException lost) {
                count(command, "outcome-unknown");
                throw Problem.unavailable(
                        "The event store went away in the middle; whether it was stored is unknown");
            } catch (AggregateNotFoundException unknown) {
                count(command, "unknown");
                throw Problem.notFound("partnership");
            }
        }
    }

    /**
     * Whether an answer that stored nothing was given from memory that another node has outrun; one
     * that stores is checked by the store itself.
     */
    private boolean isOutdated(Permitted command, Receipt<?> receipt) {
        var stream = command.stream();
        return stream != null
                && receipt.position() == 0
                && receipt.answer() instanceof Versioned given
                && given.version()
                        != events.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
    }

    /** What a caller waits for to read what it wrote; where nothing was new, all there is. */
    public long visibleFrom(Receipt<?> receipt) {
        return receipt.position() > 0 ? receipt.position() : log.head();
    }

    private <A> Receipt<A> attempt(Permitted command, Call call, AppendContext context) {
        var message =
                GenericCommandMessage.<Object>asCommandMessage(command)
                        .andMetaData(metaData(command, call));
        A answer =
                ScopedValue.where(AppendContext.CURRENT, context)
                        .call(() -> gateway.sendAndWait(message));
        count(command, answer.getClass().getSimpleName());
        return new Receipt<>(answer, context.position().orElse(0));
    }

    private static Map<String, Object> metaData(Permitted command, Call call) {
        var metaData = new HashMap<String, Object>();
        metaData.put("actor", call.actor());
        metaData.put("role", call.role());
        metaData.put("channel", call.channel().name());
        metaData.put("correlationId", call.correlationId());
        var reason = call.reason() == null ? command.reason() : call.reason();
        if (reason != null && !reason.isBlank()) {
            metaData.put("reason", reason);
        }
        if (call.ifMatch() != null) {
            metaData.put("expectedVersion", call.ifMatch());
        }
        return metaData;
    }

    private void count(Permitted command, String outcome) {
        meters.counter(
                        "headway.commands",
                        "command",
                        command.getClass().getSimpleName(),
                        "outcome",
                        outcome)
                .increment();
    }
}
