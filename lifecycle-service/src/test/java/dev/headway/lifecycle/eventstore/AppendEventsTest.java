package dev.headway.lifecycle.eventstore;

import static dev.headway.lifecycle.eventstore.TestStore.NOW;
import static dev.headway.lifecycle.eventstore.TestStore.command;
import static dev.headway.lifecycle.eventstore.TestStore.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.eventstore.AppendContext.IdempotencyRow;
import dev.headway.lifecycle.eventstore.AppendStatement.Outcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code append_events} decides about the commands of one group. */
class AppendEventsTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("mia", "POST /steps", "k1");
    private static final IdempotencyKey OTHER_KEY = new IdempotencyKey("mia", "POST /steps", "k2");

    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_group_is_stored_in_order_with_consecutive_positions() throws Exception {
        var outcomes = store.group(command("a", 0, 2), command("b", 0, 1), command("c", 0, 3));

        assertThat(outcomes).containsExactly(appended(2), appended(3), appended(6));
        assertThat(storedEvents())
                .containsExactly("1 a@1", "2 a@2", "3 b@1", "4 c@1", "5 c@2", "6 c@3");
    }

    @Test
    void one_loser_never_fails_its_neighbours() throws Exception {
        store.group(command("a", 0, 2));

        var outcomes = store.group(command("b", 0, 1), command("a", 1, 1), command("c", 0, 1));

        assertThat(outcomes).containsExactly(appended(3), lost(3), appended(4));
    }

    @Test
    void a_command_with_several_events_is_stored_in_full_or_not_at_all() throws Exception {
        store.group(command("a", 0, 2));
        var stale = command("a", 1, 3);
        var twoStreamsOneStale =
                new PendingAppend(
                        List.of(rows("b", 0, 1).getFirst(), rows("a", 0, 1).getFirst()), null);

        assertThat(store.group(stale, twoStreamsOneStale)).containsExactly(lost(2), lost(2));
        assertThat(storedEvents()).containsExactly("1 a@1", "2 a@2");
    }

    @Test
    void the_first_of_a_group_wins_a_tie() throws Exception {
        var outcomes = store.group(command("a", 0, 1), command("a", 0, 2), command("b", 0, 1));

        assertThat(outcomes).containsExactly(appended(1), lost(1), appended(2));
    }

    @Test
    void a_stale_first_leaves_the_stream_to_the_second() throws Exception {
        store.group(command("a", 0, 3));

        assertThat(store.group(command("a", 1, 1), command("a", 3, 1)))
                .containsExactly(lost(3), appended(4));
    }

    @Test
    void a_version_beyond_the_streams_own_is_refused() throws Exception {
        assertThat(store.group(command("a", 5, 1))).containsExactly(lost(0));
    }

    @Test
    void an_answer_is_stored_with_the_events_it_answers() throws Exception {
        store.group(command("z", 0, 4));

        assertThat(store.group(keyed(KEY, command("a", 0, 2)))).containsExactly(appended(6));

        var answer = store.idempotency.find(KEY).orElseThrow();
        assertThat(answer.fingerprint()).isEqualTo("body");
        assertThat(answer.response().status()).isEqualTo(201);
        assertThat(answer.response().bytes()).containsExactly(0, -1, 7);
        assertThat(answer.position()).isEqualTo(6);
        assertThat(answer.recordedAt()).isEqualTo(NOW);
    }

    @Test
    void a_taken_key_appends_nothing() throws Exception {
        store.group(keyed(KEY, command("a", 0, 1)));

        assertThat(store.group(keyed(KEY, command("a", 1, 1)), command("b", 0, 1)))
                .containsExactly(new Outcome("KEY_TAKEN", 1), appended(2));
    }

    @Test
    void a_key_is_taken_once_in_a_group_too() throws Exception {
        assertThat(
                        store.group(
                                keyed(KEY, command("a", 0, 1)),
                                keyed(KEY, command("b", 0, 1)),
                                keyed(OTHER_KEY, command("c", 0, 1))))
                .containsExactly(appended(1), new Outcome("KEY_TAKEN", 1), appended(2));
    }

    @Test
    void a_lost_race_takes_no_key() throws Exception {
        store.group(command("a", 0, 1));

        store.group(keyed(KEY, command("a", 0, 1)));

        assertThat(store.idempotency.find(KEY)).isEmpty();
        assertThat(store.group(keyed(KEY, command("a", 1, 1)))).containsExactly(appended(2));
    }

    @Test
    void a_command_without_events_may_store_its_answer() throws Exception {
        store.group(command("a", 0, 3));

        assertThat(store.group(keyed(KEY, new PendingAppend(List.of(), null))))
                .containsExactly(appended(3));
        assertThat(store.idempotency.find(KEY)).isPresent();
    }

    private List<String> storedEvents() {
        return store.log.after(0, 100).stream()
                .map(event -> event.position() + " " + event.eventId())
                .toList();
    }

    private static PendingAppend keyed(IdempotencyKey key, PendingAppend command) {
        var answer = new StoredResponse(201, new byte[] {0, -1, 7});
        return new PendingAppend(command.events(), new IdempotencyRow(key, "body", answer));
    }

    private static Outcome appended(long position) {
        return new Outcome("APPENDED", position);
    }

    private static Outcome lost(long position) {
        return new Outcome("LOST_RACE", position);
    }
}
