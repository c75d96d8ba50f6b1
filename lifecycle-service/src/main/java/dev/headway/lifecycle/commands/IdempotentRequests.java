package dev.headway.lifecycle.commands;

import static java.util.Objects.requireNonNull;

import dev.headway.lifecycle.eventstore.AppendContext;
import dev.headway.lifecycle.eventstore.IdempotencyKey;
import dev.headway.lifecycle.eventstore.IdempotencyKeyTakenException;
import dev.headway.lifecycle.eventstore.IdempotencyRecord;
import dev.headway.lifecycle.eventstore.IdempotencyRecords;
import dev.headway.lifecycle.eventstore.StoredResponse;
import dev.headway.lifecycle.eventstore.UnknownOutcomeException;
import dev.headway.projections.retention.LegalHold;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives a repeated request the first response again; one effect, however often it is sent. */
@Component
public class IdempotentRequests {

    private static final Duration RETENTION = Duration.ofHours(24);

    private final CommandDispatcher dispatcher;
    private final IdempotencyRecords records;
    private final Clock clock;
    private final LegalHold hold;
    private final Set<IdempotencyKey> running = ConcurrentHashMap.newKeySet();

    IdempotentRequests(
            CommandDispatcher dispatcher, IdempotencyRecords records, Clock clock, LegalHold hold) {
        this.dispatcher = dispatcher;
        this.records = records;
        this.clock = clock;
        this.hold = hold;
    }

    /**
     * Sends a command once; its response is stored together with its events.
     *
     * @param asked makes the command, where no response is stored yet: whatever it looks up to do
     *     so may be otherwise by the time that a request is repeated
     * @param respond makes the response from the command and its answer
     * @param first is told the answer when nobody got it before; never when a response is repeated
     * @throws DispatchException as {@link CommandDispatcher#send}, and when the key cannot be used
     */
    public <C extends Command, A> Receipt<StoredResponse> send(
            Supplier<C> asked,
            RequestContext context,
            IdempotentRequest request,
            BiFunction<C, A, StoredResponse> respond,
            BiConsumer<C, A> first) {
        return firstOf(
                request,
                () -> sent(dispatcher.sealed(asked.get()), context, request, respond, first));
    }

    /**
     * Does what takes more than one command once; the response is kept when all of it is done.
     *
     * @throws DispatchException when the key cannot be used, or nobody knows whether the response
     *     was kept, besides what {@code work} throws
     */
    public Receipt<StoredResponse> once(IdempotentRequest request, Supplier<StoredResponse> work) {
        return firstOf(request, () -> kept(request, work));
    }

    /**
     * Takes a key into use before the body of its request is read, so that whoever repeats the
     * request meanwhile is told so at once.
     *
     * @throws DispatchException when the key is in use
     */
    public Reservation reserve(IdempotentRequest request) {
        if (!running.add(request.key())) {
            throw new DispatchException.KeyInUse();
        }
        return new Reservation(request);
    }

    /** A key in use until this is closed. */
    public final class Reservation implements AutoCloseable {

        private final IdempotentRequest request;

        private Reservation(IdempotentRequest request) {
            this.request = request;
        }

        /** As {@link IdempotentRequests#once}, once the body has been read. */
        public Receipt<StoredResponse> once(Supplier<StoredResponse> work) {
            return first(() -> kept(request, work));
        }

        /** The first response, once the body has been read; empty where there is none yet. */
        public Optional<Receipt<StoredResponse>> before() {
            return find(request);
        }

        private Receipt<StoredResponse> first(Supplier<Receipt<StoredResponse>> first) {
            try {
                return find(request).orElseGet(first);
            } catch (IdempotencyKeyTakenException elsewhere) {
                return find(request).orElseThrow(DispatchException.KeyInUse::new);
            }
        }

        @Override
        public void close() {
            running.remove(request.key());
        }
    }

    private Receipt<StoredResponse> kept(IdempotentRequest request, Supplier<StoredResponse> work) {
        var response = work.get();
        return new Receipt<>(response, keep(request, response));
    }

    private <C extends Command, A> Receipt<StoredResponse> sent(
            C command,
            RequestContext context,
            IdempotentRequest request,
            BiFunction<C, A, StoredResponse> respond,
            BiConsumer<C, A> first) {
        @SuppressWarnings("unchecked")
        Function<@Nullable Object, StoredResponse> stored =
                result -> respond.apply(command, (A) requireNonNull(result));
        Receipt<A> receipt =
                dispatcher.send(
                        command,
                        context,
                        () ->
                                AppendContext.withKey(
                                        request.key(), request.fingerprint().get(), stored));
        var response = respond.apply(command, receipt.answer());
        var position = receipt.position() > 0 ? receipt.position() : keep(request, response);
        first.accept(command, receipt.answer());
        return new Receipt<>(response, position);
    }

    private Receipt<StoredResponse> firstOf(
            IdempotentRequest request, Supplier<Receipt<StoredResponse>> first) {
        var before = find(request);
        if (before.isPresent()) {
            return before.get();
        }
        try (var reserved = reserve(request)) {
            return reserved.first(first);
        }
    }

    private Optional<Receipt<StoredResponse>> find(IdempotentRequest request) {
        return records.find(request.key()).map(stored -> replay(stored, request));
    }

    private static Receipt<StoredResponse> replay(
            IdempotencyRecord stored, IdempotentRequest request) {
        if (!stored.fingerprint().equals(request.fingerprint().get())) {
            throw new DispatchException.KeyReused();
        }
        return new Receipt<>(stored.response(), stored.position());
    }

    /** Keeps the response to what stored nothing by itself. */
    private long keep(IdempotentRequest request, StoredResponse response) {
        try {
            return records.store(request.key(), request.fingerprint().get(), response);
        } catch (UnknownOutcomeException _) {
            throw new DispatchException.OutcomeUnknown();
        }
    }

    @Scheduled(fixedDelayString = "PT1H")
    void deleteExpired() {
        hold.unlessInForce(() -> records.deleteBefore(clock.instant().minus(RETENTION)));
    }
}
