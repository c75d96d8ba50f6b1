package dev.headway.lifecycle.http;

import dev.headway.lifecycle.commands.Command;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.IdempotentRequest;
import dev.headway.lifecycle.commands.IdempotentRequests;
import dev.headway.lifecycle.commands.IdempotentRequests.Reservation;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.eventstore.StoredResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The short way for a controller to answer: it brings a command and what its answer looks like, and
 * a request with an idempotency key gets its first response again.
 */
@Component
public class CommandResponder {

    private final CommandDispatcher dispatcher;
    private final IdempotentRequests idempotent;

    CommandResponder(CommandDispatcher dispatcher, IdempotentRequests idempotent) {
        this.dispatcher = dispatcher;
        this.idempotent = idempotent;
    }

    /** Sends a command and renders its answer. */
    public <A> ResponseEntity<byte[]> respond(
            Command command, RequestContext context, Function<A, RenderedResponse> render) {
        return this.<Command, A>respond(
                () -> command, context, (_, answer) -> render.apply(answer));
    }

    /**
     * Sends a command that has to be found out first, as whom it names by an id: done only where
     * there is no first response, which stays what it was.
     */
    public <C extends Command, A> ResponseEntity<byte[]> respond(
            Supplier<C> asked, RequestContext context, BiFunction<C, A, RenderedResponse> render) {
        return respond(asked, context, render, (_, _) -> {});
    }

    /**
     * The same where the answer gives a secret away. It does so once: the response that is stored,
     * and sent again, is without it.
     *
     * @param give keeps what the secret is recognized by, and makes the body that holds it; empty
     *     where the command was refused
     */
    public <C extends Command, A> ResponseEntity<byte[]> respondOnce(
            Supplier<C> asked,
            RequestContext context,
            BiFunction<C, A, RenderedResponse> render,
            BiFunction<C, A, Optional<String>> give) {
        var given = new AtomicReference<Optional<String>>(Optional.empty());
        BiConsumer<C, A> first = (command, answer) -> given.set(give.apply(command, answer));
        var response = respond(asked, context, render, first);
        return given.get()
                .map(
                        body ->
                                ResponseEntity.status(response.getStatusCode())
                                        .headers(response.getHeaders())
                                        .cacheControl(CacheControl.noStore())
                                        .body(body.getBytes(StandardCharsets.UTF_8)))
                .orElse(response);
    }

    private <C extends Command, A> ResponseEntity<byte[]> respond(
            Supplier<C> asked,
            RequestContext context,
            BiFunction<C, A, RenderedResponse> render,
            BiConsumer<C, A> first) {
        var request = context.idempotent();
        if (request == null) {
            var command = asked.get();
            Receipt<A> receipt = dispatcher.send(command, context);
            first.accept(command, receipt.answer());
            return render.apply(command, receipt.answer()).at(dispatcher.positionToAwait(receipt));
        }
        BiFunction<C, A, StoredResponse> stored =
                (command, answer) -> render.apply(command, answer).stored();
        var response = idempotent.send(asked, context, request, stored, first);
        return RenderedResponse.read(response.answer()).at(response.position());
    }

    /**
     * Takes the key of a request into use before its body is read; null without one.
     *
     * @throws dev.headway.lifecycle.commands.DispatchException when it is in use
     */
    public @Nullable Reservation reserve(@Nullable IdempotentRequest request) {
        return request == null ? null : idempotent.reserve(request);
    }

    /**
     * The first answer under the key that was reserved, once the body has been read; empty where
     * there is none yet, or no key.
     */
    public Optional<ResponseEntity<byte[]>> before(@Nullable Reservation key) {
        return key == null
                ? Optional.empty()
                : key.before()
                        .map(first -> RenderedResponse.read(first.answer()).at(first.position()));
    }

    /** Does what is no single command, once under the key that was reserved for it. */
    public ResponseEntity<byte[]> once(Reservation key, Supplier<RenderedResponse> work) {
        var first = key.once(() -> work.get().stored());
        return RenderedResponse.read(first.answer()).at(first.position());
    }

    /** Answers a question, once under the key that was reserved for it, if there is one. */
    public ResponseEntity<byte[]> answer(
            @Nullable Reservation key, Supplier<RenderedResponse> question) {
        if (key == null) {
            return question.get().at(0);
        }
        return RenderedResponse.read(key.once(() -> question.get().stored()).answer()).at(0);
    }

    /** Does what is no single command, once if there is an idempotency key. */
    public ResponseEntity<byte[]> once(RequestContext context, Supplier<RenderedResponse> work) {
        var request = context.idempotent();
        if (request == null) {
            return work.get().at(0);
        }
        var first = idempotent.once(request, () -> work.get().stored());
        return RenderedResponse.read(first.answer()).at(first.position());
    }

    /** The same for what tells up to where it has written. */
    public ResponseEntity<byte[]> onceWritten(
            RequestContext context, Supplier<Receipt<RenderedResponse>> work) {
        if (context.idempotent() != null) {
            return once(context, () -> work.get().answer());
        }
        var written = work.get();
        return written.answer().at(dispatcher.positionToAwait(written));
    }

    /**
     * Does what is no single command after a command has noted it, so that nothing is done unseen;
     * once if there is an idempotency key.
     */
    public ResponseEntity<byte[]> noted(
            Supplier<? extends Command> note,
            RequestContext context,
            Supplier<RenderedResponse> work) {
        if (context.idempotent() == null) {
            var noted = dispatcher.send(note.get(), context);
            return work.get().at(noted.position());
        }
        return once(
                context,
                () -> {
                    dispatcher.send(note.get(), context.withoutKey());
                    return work.get();
                });
    }

    /** The same where several commands note it. */
    public ResponseEntity<byte[]> noted(
            List<? extends Command> notes,
            RequestContext context,
            Supplier<RenderedResponse> work) {
        return onceWritten(
                context,
                () -> {
                    var position = 0L;
                    for (var note : notes) {
                        position = dispatcher.send(note, context.withoutKey()).position();
                    }
                    return new Receipt<>(work.get(), position);
                });
    }

    /**
     * Answers a question that came as a POST; asked again with the same idempotency key, it gets
     * its first answer. Whoever waited for a position sends its header.
     */
    public ResponseEntity<byte[]> answer(
            @Nullable IdempotentRequest request, Supplier<RenderedResponse> question) {
        if (request == null) {
            return question.get().at(0);
        }
        var first = idempotent.once(request, () -> question.get().stored());
        return RenderedResponse.read(first.answer()).at(0);
    }
}
