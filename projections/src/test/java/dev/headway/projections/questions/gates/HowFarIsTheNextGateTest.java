package dev.headway.projections.questions.gates;

import static dev.headway.projections.questions.EventPhrases.*;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.questions.gates.NextGateTable.CriteriaHeld;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gate here asks for touchpoints: two of them, the first of which is good for a day. */
class HowFarIsTheNextGateTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final DrivenClock clock = new DrivenClock(at("2026-03-01"));
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final TouchpointGate gates = new TouchpointGate();
    private final NextGateTable table = new NextGateTable(database);
    private final HowFarIsTheNextGate question = new HowFarIsTheNextGate(table, gates);
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, question);

    @Test
    void what_a_gate_has_is_known_at_any_instant() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 0, 2, List.of("fresh", "two")));

        happened("p", touchpoint("A", "2026-01-02"));
        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 1, 2, List.of("two")));

        clock.advance(Duration.ofDays(1));
        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 0, 2, List.of("fresh", "two")));
    }

    @Test
    void what_time_changes_after_the_last_year_there_is_never_comes() {
        happened("p", registered("p", "Acme", "2026-01-01"), touchpoint("A", "9999-12-31"));

        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 1, 2, List.of("two")));
    }

    @Test
    void a_partnership_is_loaded_only_where_its_beginning_was_not_seen() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        happened("p", touchpoint("A", "2026-01-02"));
        happened("p", touchpoint("B", "2026-01-03"));

        assertThat(gates.loaded).isZero();
        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 2, 2, List.of()));
    }

    @Test
    void a_new_reader_loads_a_partnership_once_and_knows_what_it_has_seen() {
        happened("p", registered("p", "Acme", "2026-01-01"), touchpoint("A", "2026-01-02"));
        log.happened("p", touchpoint("B", "2026-01-03"), touchpoint("C", "2026-01-04"));

        ProcessorsForTests.loop(source, log, question).catchUp();

        assertThat(gates.loaded).isEqualTo(1);
        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 2, 2, List.of()));
    }

    @Test
    void catching_up_loads_each_of_those_that_were_begun_once() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        happened("q", registered("q", "Beta", "2026-01-01"));
        for (var other = 1; other <= 14_000; other++) {
            log.happened("q" + other, registered("q" + other, "Gamma", "2026-01-01"));
            if (other % 1_000 == 0) {
                log.happened("p", touchpoint("A", "2026-01-02"));
            }
        }

        ProcessorsForTests.loop(source, log, question).catchUp();

        assertThat(gates.loaded).isEqualTo(1);
        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 2, 2, List.of()));
        assertThat(held("q14000"))
                .isEqualTo(new CriteriaHeld("PILOT", 0, 2, List.of("fresh", "two")));
    }

    @Test
    void what_no_gate_looks_at_asks_none_unless_time_has_changed_what_is_found() {
        happened("p", registered("p", "Acme", "2026-01-01"), touchpoint("A", "2026-01-02"));
        var before = gates.times;

        happened("p", new PartnershipEvent.PartnershipRenamed("Acme two", at("2026-01-03")));
        assertThat(gates.times).isEqualTo(before);

        clock.advance(Duration.ofDays(1));
        happened("p", new PartnershipEvent.PartnershipRenamed("Acme three", at("2026-01-04")));
        assertThat(gates.times).isEqualTo(before + 1);

        happened("p", touchpoint("B", "2026-01-05"));
        assertThat(gates.times).isEqualTo(before + 2);
        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 2, 2, List.of()));
    }

    @Test
    void another_policy_asks_all_of_them_again() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        happened("q", registered("q", "Beta", "2026-01-01"), touchpoint("A", "2026-01-02"));
        gates.asked = List.of("two");

        happened("program", program());

        assertThat(held("p")).isEqualTo(new CriteriaHeld("PILOT", 0, 1, List.of("two")));
        assertThat(held("q")).isEqualTo(new CriteriaHeld("PILOT", 0, 1, List.of("two")));
    }

    @Test
    void a_rebuild_leaves_the_same_rows() {
        happened("p", registered("p", "Acme", "2026-01-01"), touchpoint("A", "2026-01-02"));
        var before = rows();

        question.on(log.after(0, 100));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_was_voided_has_no_gate_ahead() {
        happened("p", registered("p", "Acme", "2026-01-01"));

        happened("p", new PartnershipEvent.PartnershipVoided("Twice", null, at("2026-01-02")));

        assertThat(table.of(List.of("p"), clock.instant())).isEmpty();
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.recordedAt(clock.instant()).happened(stream, events);
        loop.catchUp();
    }

    private CriteriaHeld held(String id) {
        return requireNonNull(table.of(List.of(id), clock.instant()).get(id));
    }

    private List<?> rows() {
        return database.sql("select * from next_gate order by partnership_id, from_at")
                .query((row, _) -> row.getString("partnership_id") + row.getString("unmet"))
                .list();
    }

    /** Stands in for those who keep the gates. */
    private final class TouchpointGate implements GateAhead {

        private List<String> asked = List.of("fresh", "two");
        private int loaded;
        private int times;

        private record Counted(long version, Instant recordedAt, int touchpoints, boolean voided)
                implements Known {

            @Override
            public Known after(RecordedEvent recorded) {
                var event = recorded.event();
                return new Counted(
                        version + 1,
                        recorded.recordedAt(),
                        touchpoints + (event instanceof TouchpointRecorded ? 1 : 0),
                        voided || event instanceof PartnershipEvent.PartnershipVoided);
            }

            @Override
            public boolean isAskedAs(Known other) {
                return other instanceof Counted counted
                        && counted.touchpoints == touchpoints
                        && counted.voided == voided;
            }
        }

        @Override
        public Known none() {
            return new Counted(0, Instant.EPOCH, 0, false);
        }

        @Override
        public Map<String, Known> load(Collection<String> partnershipIds) {
            loaded += partnershipIds.size();
            return partnershipIds.stream().collect(Collectors.toMap(id -> id, this::whole));
        }

        private Known whole(String partnershipId) {
            var known = none();
            for (var event : log.ofStream(partnershipId, Long.MAX_VALUE)) {
                known = known.after(event);
            }
            return known;
        }

        @Override
        public Asking asking() {
            return (known, now) -> {
                times++;
                var counted = (Counted) known;
                if (counted.voided()) {
                    return List.of();
                }
                var holds = new HashMap<String, Boolean>();
                holds.put("fresh", counted.touchpoints() > 0);
                holds.put("two", counted.touchpoints() > 1);
                var first = time(holds, now);
                if (counted.touchpoints() != 1) {
                    return List.of(first);
                }
                holds.put("fresh", false);
                return List.of(first, time(holds, now.plus(Duration.ofDays(1))));
            };
        }

        private GateTime time(Map<String, Boolean> holds, Instant at) {
            return new GateTime(
                    at,
                    "PILOT",
                    asked.stream().filter(each -> Boolean.TRUE.equals(holds.get(each))).toList(),
                    asked.stream().filter(each -> !Boolean.TRUE.equals(holds.get(each))).toList());
        }
    }
}
