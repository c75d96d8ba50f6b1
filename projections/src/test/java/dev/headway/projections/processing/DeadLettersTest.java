package dev.headway.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.projections.deadletters.DeadLetter;
import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection that fails at some events, and everybody else in it. */
class DeadLettersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BY = "Ada Okafor";

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final Positions positions = new Positions(database);
    private final DeadLetterQueries letters = new DeadLetterQueries(database);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Fragile fragile = new Fragile(database);
    private ProjectionProcessors node = ProcessorsForTests.loop(source, log, fragile);

    @BeforeEach
    void createTable() {
        Fragile.createTable(source);
    }

    @AfterEach
    void stop() {
        node.stop();
    }

    @Test
    void what_fails_again_and_again_parks_its_partnership_and_all_others_go_on() throws Exception {
        fragile.failsAt("acme", 2);
        happened("acme", "globex", "acme", "globex", "acme", "initech");

        readOn();
        happened("acme", "globex");
        readOn();

        assertThat(fragile.toldOf("acme")).containsExactly(1L);
        assertThat(fragile.toldOf("globex")).containsExactly(1L, 2L, 3L);
        assertThat(fragile.toldOf("initech")).containsExactly(1L);
        var letter = letter("acme");
        assertThat(letter.first().position()).isEqualTo(30);
        assertThat(letter.first().version()).isEqualTo(2);
        assertThat(letter.first().ofPartnership()).isTrue();
        assertThat(letter.first().eventType()).isEqualTo("SeatVacated");
        assertThat(letter.laterEvents()).isEqualTo(2);
        assertThat(letter.tries()).isEqualTo(1);
    }

    @Test
    void a_letter_says_what_failed_and_where_and_nothing_of_what_the_failure_said()
            throws Exception {
        fragile.failsAt("acme", 1);
        happened("acme");

        readOn();

        assertThat(letter("acme").fault().type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(letter("acme").fault().place()).startsWith("Fragile");
        assertThat(letter("acme").toString()).doesNotContain("secret");
    }

    @Test
    void what_passes_by_itself_parks_nobody() throws Exception {
        fragile.failsAt(
                "acme",
                1,
                () -> {
                    throw new TransientDataAccessResourceException("away for a moment");
                });
        happened("globex", "acme");
        node.start();

        assertThat(positions.await(List.of(Fragile.NAME), log.head(), Duration.ofSeconds(2)))
                .isFalse();
        assertThat(letters.parked()).isEmpty();

        fragile.isRepaired();
        readOn();
        assertThat(fragile.told()).containsExactly("acme@1", "globex@1");
    }

    @Test
    void a_replay_tells_what_was_parked_in_order_and_the_next_event_follows() throws Exception {
        fragile.failsAt("acme", 2);
        happened("acme", "acme", "globex", "acme");
        readOn();
        fragile.isRepaired();

        assertThat(node.replay(Fragile.NAME, "acme", BY)).isEqualTo(ReplayOutcome.REPLAYED);

        assertThat(letters.parked()).isEmpty();
        happened("acme");
        readOn();
        assertThat(fragile.toldOf("acme")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(node.replay(Fragile.NAME, "acme", BY)).isEqualTo(ReplayOutcome.NOT_PARKED);
        assertThat(replays()).containsExactly(BY + " REPLAYED");
    }

    @Test
    void a_replay_that_fails_later_keeps_what_went_well_and_parks_again() throws Exception {
        fragile.failsAt("acme", 1);
        happened("acme", "acme", "acme", "acme");
        readOn();
        fragile.isRepaired();
        fragile.failsAt("acme", 3);

        assertThat(node.replay(Fragile.NAME, "acme", BY)).isEqualTo(ReplayOutcome.PARKED_AGAIN);

        assertThat(fragile.toldOf("acme")).containsExactly(1L, 2L);
        assertThat(letter("acme").first().version()).isEqualTo(3);
        assertThat(letter("acme").laterEvents()).isEqualTo(1);
        assertThat(letter("acme").tries()).isEqualTo(2);
        assertThat(letter("acme").replayedBy()).isEqualTo(BY);
    }

    @Test
    void a_replay_whose_connection_is_killed_leaves_everything_as_it_was() throws Exception {
        fragile.failsAt("acme", 1);
        happened("acme", "acme");
        readOn();
        var before = letter("acme");
        fragile.isRepaired();
        fragile.failsAt("acme", 2, this::killOwnConnection);

        assertThatThrownBy(() -> node.replay(Fragile.NAME, "acme", BY)).isNotNull();

        assertThat(letter("acme")).isEqualTo(before);
        assertThat(fragile.told()).isEmpty();
        fragile.isRepaired();
        assertThat(node.replay(Fragile.NAME, "acme", BY)).isEqualTo(ReplayOutcome.REPLAYED);
        assertThat(fragile.toldOf("acme")).containsExactly(1L, 2L);
    }

    @Test
    void what_concerns_everybody_is_worked_in_by_a_rebuild() throws Exception {
        fragile.failsAt("acme", 1);
        happened("acme");
        readOn();
        database.sql("update dead_letter set of_partnership = false").update();

        assertThat(node.replay(Fragile.NAME, "acme", BY)).isEqualTo(ReplayOutcome.NEEDS_REBUILD);
    }

    @Test
    void a_rebuild_replaces_the_letters_of_before_by_its_own() throws Exception {
        fragile.failsAt("acme", 2);
        fragile.failsAt("globex", 1);
        happened("acme", "acme", "globex", "initech", "acme");
        readOn();
        assertThat(letters.streams(Fragile.NAME)).containsExactlyInAnyOrder("acme", "globex");
        fragile.isRepaired();
        fragile.failsAt("initech", 1);

        node.rebuild(Fragile.NAME);

        assertThat(letters.parked().get(Fragile.NAME)).containsExactly("initech");
        assertThat(fragile.toldOf("acme")).containsExactly(1L, 2L, 3L);
        happened("initech", "globex");
        readOn();
        assertThat(letter("initech").laterEvents()).isEqualTo(1);
        assertThat(fragile.toldOf("globex")).containsExactly(1L, 2L);
    }

    @Test
    void two_nodes_pass_over_the_same_partnerships() throws Exception {
        var other = ProcessorsForTests.loop(source, log, fragile);
        fragile.failsAt("acme", 1);
        happened("acme", "globex");
        readOn();
        other.start();
        try {
            IntStream.range(0, 200).forEach(_ -> happened("acme", "globex"));
            readOn();
        } finally {
            other.stop();
        }

        assertThat(fragile.toldOf("acme")).isEmpty();
        assertThat(fragile.toldOf("globex")).hasSize(201).isSorted();
        assertThat(letter("acme").laterEvents()).isEqualTo(200);
    }

    @Test
    void a_node_that_starts_tries_what_was_parked_before_once_more() throws Exception {
        fragile.failsAt("acme", 1);
        fragile.failsAt("globex", 1);
        happened("acme", "globex", "acme");
        readOn();
        node.stop();
        fragile.isRepaired();
        fragile.failsAt("globex", 1);

        node = ProcessorsForTests.loop(source, log, fragile);
        node.start();

        await().atMost(PATIENCE).until(() -> letter("globex").tries() == 2);
        await().atMost(PATIENCE)
                .until(() -> letters.streams(Fragile.NAME).equals(Set.of("globex")));
        assertThat(fragile.toldOf("acme")).containsExactly(1L, 2L);
    }

    @Test
    void a_projection_that_fails_at_everything_stands_still_in_the_end() {
        var tries = new AtomicInteger();
        for (int each = 0; each < 30; each++) {
            fragile.failsAt("p" + each, 1);
            happened("p" + each);
        }
        fragile.failsAt(
                "p0",
                1,
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("as all others");
                });

        node.start();

        await().atMost(PATIENCE).until(() -> tries.get() > 20);
        assertThat(positions.reachedBy(List.of(Fragile.NAME))).isZero();
        assertThat(letters.parked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 8})
    void after_all_replays_the_tables_are_those_of_a_rebuild(long seed) throws Exception {
        var random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            for (int event = 0; event < 60; event++) {
                happened("p" + random.nextInt(12));
            }
            fragile.failsAt("p" + random.nextInt(12), 1 + random.nextInt(5 * (round + 1)));
            readOn();
            if (random.nextBoolean()) {
                node.stop();
                node = ProcessorsForTests.loop(source, log, fragile);
            }
        }
        fragile.isRepaired();
        for (var stream : letters.streams(Fragile.NAME)) {
            node.replay(Fragile.NAME, stream, BY);
        }

        var replayed = fragile.told().toList();
        node.rebuild(Fragile.NAME);

        assertThat(letters.parked()).isEmpty();
        assertThat(replayed).hasSize(360).isEqualTo(fragile.told().toList());
    }

    private void happened(String... streams) {
        for (var stream : streams) {
            log.happened(stream, new SeatVacated("SUPPORT", Instant.EPOCH));
        }
    }

    private void readOn() throws InterruptedException {
        if (!node.isRunning()) {
            node.start();
        }
        assertThat(positions.await(List.of(Fragile.NAME), log.head(), PATIENCE)).isTrue();
    }

    private DeadLetter letter(String stream) {
        return letters.find(Fragile.NAME, stream).orElseThrow();
    }

    private void killOwnConnection() {
        database.sql("select pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
    }

    private List<String> replays() {
        return database.sql("select replayed_by || ' ' || outcome from dead_letter_replay")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
