package dev.headway.lifecycle.eventstore;

import static dev.headway.lifecycle.eventstore.TestStore.event;
import static dev.headway.lifecycle.eventstore.TestStore.touchpoint;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A context's way past Axon: bound around the gateway call, met again in the engine. */
class AppendContextTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("mia", "POST /calls", "k1");

    private final TestStore store = new TestStore();
    private final EmbeddedEventStore events =
            EmbeddedEventStore.builder().storageEngine(store.engine).build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandGateway gateway = DefaultCommandGateway.builder().commandBus(bus).build();

    @BeforeEach
    void handle() {
        bus.subscribe(
                String.class.getName(),
                command -> {
                    var stream = (String) command.getPayload();
                    if (stream.equals("nothing to do")) {
                        return "unchanged";
                    }
                    events.publish(event(stream, 1, touchpoint("call")));
                    return "recorded in " + stream;
                });
    }

    @AfterEach
    void close() {
        events.shutDown();
        store.close();
    }

    @Test
    void it_brings_back_the_position_of_the_last_event() {
        store.append("p0", 0, 4);
        var context = AppendContext.withoutKey();

        send("p1", context);

        assertThat(context.position()).hasValue(5);
    }

    @Test
    void it_has_no_position_when_nothing_was_appended() {
        var context = keyed();

        assertThat(send("nothing to do", context)).isEqualTo("unchanged");

        assertThat(context.position()).isEmpty();
        assertThat(context.responseStored()).isFalse();
        assertThat(store.idempotency.find(KEY)).isEmpty();
    }

    @Test
    void the_answer_made_from_the_result_is_stored_with_the_events() {
        var context = keyed();

        send("p1", context);

        assertThat(context.responseStored()).isTrue();
        var stored = store.idempotency.find(KEY).orElseThrow();
        assertThat(stored.response().bytes()).isEqualTo("recorded in p1".getBytes(UTF_8));
        assertThat(stored.position()).isEqualTo(1);
    }

    @Test
    void the_same_key_again_changes_nothing() {
        send("p1", keyed());

        assertThatThrownBy(() -> send("p2", keyed()))
                .isInstanceOf(IdempotencyKeyTakenException.class);
        assertThat(store.versionOf("p2")).isZero();
    }

    @Test
    void a_command_without_a_context_is_stored_as_well() {
        gateway.sendAndWait("p1");

        assertThat(store.versionOf("p1")).isEqualTo(1);
    }

    @Test
    void an_answer_that_changed_nothing_is_stored_on_its_own_and_once() {
        store.append("p0", 0, 2);
        var answer = new StoredResponse(404, "no such thing".getBytes(UTF_8));

        assertThat(store.idempotency.store(KEY, "body", answer)).isEqualTo(2);
        assertThatThrownBy(() -> store.idempotency.store(KEY, "body", answer))
                .isInstanceOf(IdempotencyKeyTakenException.class);
    }

    @Test
    void answers_are_forgotten_after_their_time() {
        store.idempotency.store(KEY, "body", new StoredResponse(200, new byte[0]));

        assertThat(store.idempotency.deleteBefore(TestStore.NOW)).isZero();
        assertThat(store.idempotency.deleteBefore(TestStore.NOW.plus(Duration.ofHours(1)))).isOne();
        assertThat(store.idempotency.find(KEY)).isEmpty();
    }

    @Test
    void answers_are_forgotten_in_pieces() {
        store.jdbc
                .sql(
                        """
                        insert into idempotency
                        select 'ana', 'POST /x', 'key-' || number, 'body', 200, '', 0, :at
                        from   generate_series(1, 12000) number
                        """)
                .param("at", OffsetDateTime.ofInstant(TestStore.NOW, ZoneOffset.UTC))
                .update();
        var later = TestStore.NOW.plus(Duration.ofHours(1));

        assertThat(store.idempotency.deleteBatchBefore(later)).isEqualTo(5_000);
        assertThat(store.idempotency.deleteBefore(later)).isEqualTo(7_000);
    }

    private Object send(String command, AppendContext context) {
        return ScopedValue.where(AppendContext.CURRENT, context)
                .call(() -> gateway.<Object>sendAndWait(command));
    }

    private static AppendContext keyed() {
        return AppendContext.withKey(
                KEY,
                "body",
                result -> new StoredResponse(200, String.valueOf(result).getBytes(UTF_8)));
    }
}
