package dev.headway.projections.questions.owners;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.testing.TestDatabase;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WhoIsKnownByNameOnlyTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhoIsKnownByNameOnly question = new WhoIsKnownByNameOnly(database);
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, question);

    /** What is owned now is for other questions to say; here everything is. */
    @BeforeEach
    void everything_is_owned() {
        log.happened("p", registered("p", "Acme", "2026-01-01"));
    }

    @Test
    void whoever_owns_nothing_now_is_not_offered() {
        happened(seated("SUPPORT", "Ada", "OURS"));

        assertThat(question.find(null, 20)).isEmpty();
    }

    @Test
    void one_of_those_who_are_spelt_alike_is_offered_as_written_last() {
        happened(seated("SUPPORT", "Own Priya N.", "OURS"));
        happened(planned("a", "own PRIYA n. ", "OURS", "2026-03-01"));
        owns("=own priya n.");

        assertThat(question.find("priya own", 20)).containsExactly("own PRIYA n. ");
        assertThat(question.find("paul", 20)).isEmpty();
        assertThat(question.find("%", 20)).isEmpty();
    }

    @Test
    void people_are_no_texts() {
        happened(new SeatFilled("SUPPORT", "Mia", "p-7", "OURS", at("2026-01-01")));
        owns("=mia");

        assertThat(question.find(null, 20)).isEmpty();
    }

    @Test
    void so_many_are_offered_and_no_more() {
        IntStream.range(10, 40).forEach(i -> happened(seated("SUPPORT", "Desk " + i, "OURS")));
        IntStream.range(10, 40).forEach(i -> owns("=desk " + i));

        assertThat(question.find("desk", 20)).hasSize(20).startsWith("Desk 10", "Desk 11");
    }

    @Test
    void events_seen_twice_and_a_rebuild_leave_the_same_rows() {
        happened(
                seated("SUPPORT", "Ada", "OURS"),
                planned("a", "Bo", "OURS", "2026-03-01"),
                new StepCompleted("a", null, at("2026-02-01")));
        var rows = database.sql("select * from text_owner order by folded").query().listOfRows();

        question.on(log.all());
        loop.rebuild(WhoIsKnownByNameOnly.NAME);
        loop.catchUp();

        assertThat(database.sql("select * from text_owner order by folded").query().listOfRows())
                .isEqualTo(rows)
                .hasSize(2);
    }

    private void happened(PartnershipEvent... events) {
        log.happened("p", events);
        loop.catchUp();
    }

    private void owns(String key) {
        database.sql(
                        """
                        insert into step_partnership (partnership_id, name, life, version)
                        values ('p', 'Acme', 0, 1)
                        on conflict do nothing
                        """)
                .update();
        database.sql(
                        """
                        insert into step (partnership_id, step_id, life, title, owner, owner_key,
                                          side, due_on, status, planned_at)
                        values ('p', :key, 0, 'Train', 'x', :key, 'OURS', now(), 'OPEN', now())
                        """)
                .param("key", key)
                .update();
    }
}
