package dev.headway.lifecycle.http;

import dev.headway.lifecycle.eventstore.IdempotencyKey;
import dev.headway.lifecycle.eventstore.IdempotentAnswers;
import dev.headway.lifecycle.eventstore.KeyTakenException;
import dev.headway.lifecycle.eventstore.StoredAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives a repeated call the first answer again; one effect, however often it is sent. */
@Component
class RepeatedCalls {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final JsonMapper JSON = new JsonMapper();

    private final IdempotentAnswers answers;
    private final Clock clock;
    private final Set<IdempotencyKey> running = ConcurrentHashMap.newKeySet();

    RepeatedCalls(IdempotentAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** A reply and the log's position it was given at. */
    record Given(Reply reply, long position) {}

    /**
     * The first answer to this call, or what {@code first} makes of it.
     *
     * @throws Problem 422 when the key was used for another body, 409 while the first one runs
     */
    Given answer(Repeatable call, Supplier<Given> first) {
        var before = find(call);
        if (before.isPresent()) {
            return before.get();
        }
        if (!running.add(call.key())) {
            throw stillRunning();
        }
        try {
            return find(call).orElseGet(first);
        } catch (KeyTakenException elsewhere) {
            return find(call).orElseThrow(RepeatedCalls::stillRunning);
        } finally {
            running.remove(call.key());
        }
    }

    /** Keeps the answer to a command that stored nothing by itself. */
    long keep(Repeatable call, Reply reply) {
        return answers.store(call.key(), call.fingerprint().get(), stored(reply));
    }

    static StoredAnswer.Answer stored(Reply reply) {
        return new StoredAnswer.Answer(reply.status(), JSON.writeValueAsBytes(reply));
    }

    private Optional<Given> find(Repeatable call) {
        return answers.find(call.key())
                .map(
                        stored -> {
                            if (!stored.fingerprint().equals(call.fingerprint().get())) {
                                throw Problem.of(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "key-reused",
                                        "This Idempotency-Key came with another body before");
                            }
                            var json = new String(stored.answer().bytes(), StandardCharsets.UTF_8);
                            return new Given(JSON.readValue(json, Reply.class), stored.position());
                        });
    }

    private static Problem stillRunning() {
        var problem =
                Problem.of(
                        HttpStatus.CONFLICT,
                        "still-running",
                        "The first call with this Idempotency-Key still runs");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return problem;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        answers.forgetBefore(clock.instant().minus(KEPT));
    }
}
