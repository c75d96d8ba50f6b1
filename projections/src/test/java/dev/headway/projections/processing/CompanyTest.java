package dev.headway.projections.processing;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CompanyTest {

    private static final List<String> NAMES = List.of("first", "second", "third");

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final Positions positions = new Positions(database);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private volatile String faulty = "";
    private final ProjectionProcessors loop = node();
    private final ProjectionProcessors otherNode = node();

    /** Notes every event; fails after that, in the same transaction, when it is the faulty one. */
    private final class Noting implements Projection {

        private final String name;

        Noting(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> tables() {
            return List.of("noted");
        }

        @Override
        public BatchHandler open() {
            return page -> page.forEach(this::note);
        }

        private void note(RecordedEvent event) {
            database.sql("insert into noted (name, position) values (:name, :position)")
                    .param("name", name)
                    .param("position", event.position())
                    .update();
            if (faulty.equals(name)) {
                throw new IllegalStateException("faulty on purpose");
            }
        }
    }

    @BeforeEach
    void createTable() {
        var superuser = JdbcClient.create(TestDatabase.superuser(source));
        superuser
                .sql(
                        "create table noted (seq bigint generated always as identity, name text, position bigint)")
                .update();
        superuser.sql("grant select, insert, update, delete on noted to public").update();
    }

    @AfterEach
    void stop() {
        loop.stop();
        otherNode.stop();
    }

    @Test
    void those_that_keep_up_are_moved_by_one_transaction() {
        loop.start();

        await().atMost(ofSeconds(30))
                .until(
                        () -> {
                            happened();
                            awaitAll(NAMES);
                            return transactions() == 1;
                        });

        assertThatEachHasEverythingOnceAndInOrder();
    }

    @Test
    void one_that_fails_in_company_holds_up_nobody_and_follows_when_it_is_well() {
        loop.start();
        happened();
        awaitAll(NAMES);

        faulty = "second";
        Stream.generate(() -> "").limit(20).forEach(_ -> happened());
        awaitAll(List.of("first", "third"));
        assertThat(positions.reachedBy(List.of("second"))).isLessThan(log.head());

        faulty = "";
        happened();
        awaitAll(NAMES);
        assertThatEachHasEverythingOnceAndInOrder();
    }

    @Test
    void two_nodes_take_along_only_what_the_other_does_not_read() {
        loop.start();
        otherNode.start();

        Stream.generate(() -> "").limit(30).forEach(_ -> happened());
        awaitAll(NAMES);

        assertThatEachHasEverythingOnceAndInOrder();
    }

    private ProjectionProcessors node() {
        return ProcessorsForTests.loop(
                source, log, NAMES.stream().map(Noting::new).toArray(Projection[]::new));
    }

    /** So much at once as makes load. */
    private void happened() {
        for (int event = 0; event < 2 * ProcessorLoop.LOADED_BATCH; event++) {
            var id = "import-" + log.head();
            log.happened(id, new ImportStarted(id, 1, Instant.EPOCH));
        }
    }

    private void awaitAll(List<String> names) {
        await().atMost(ofSeconds(30)).until(() -> positions.reachedBy(names) >= log.head());
    }

    /** By how many transactions the positions were moved last. */
    private long transactions() {
        return database.sql("select count(distinct xmin::text) from projection_position")
                .query(Long.class)
                .single();
    }

    private void assertThatEachHasEverythingOnceAndInOrder() {
        var all = log.all().stream().map(RecordedEvent::position).toList();
        for (var name : NAMES) {
            assertThat(
                            database.sql(
                                            "select position from noted where name = :name order by seq")
                                    .param("name", name)
                                    .query(Long.class)
                                    .list())
                    .as(name)
                    .isEqualTo(all);
        }
    }
}
