package dev.headway.projections.audit;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A history in the order, and of the kinds, that are asked for, while it goes on. */
class HistoryOrderTest {

    private final DataSource source = TestDatabase.migrated();
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhoChangedWhat question = AuditForTests.over(source);
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, question);
    private final QuestionClient asking = new QuestionClient(source, question);

    @Test
    void newest_first_is_the_other_way_round() {
        lived();

        assertThat(versions("")).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(versions("?order=asc&time=recorded")).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(versions("?order=desc")).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void by_effective_time_what_was_recorded_late_stands_where_it_happened() {
        lived();

        assertThat(versions("?time=effective")).containsExactly(1L, 4L, 2L, 3L, 5L);
        assertThat(versions("?time=effective&order=desc")).containsExactly(5L, 3L, 2L, 4L, 1L);
    }

    @Test
    void by_day_what_happened_on_one_day_stands_as_it_was_recorded() {
        happened(
                registered("p", "Acme", "2026-01-01T10:00:00Z"),
                touchpoint("Kick-off", "2026-01-03"),
                pilotStarted("2026-01-01"));

        assertThat(versions("?time=day")).containsExactly(1L, 3L, 2L);
        assertThat(versions("?time=day&order=desc")).containsExactly(2L, 3L, 1L);
    }

    @Test
    void kinds_are_those_of_the_audit_and_every_move_is_one_of_them() {
        lived();

        assertThat(versions("?kind=TouchpointRecorded&kind=PilotStarted&order=desc"))
                .containsExactly(4L, 3L, 2L);
        assertThat(versions("?kind=status-change")).containsExactly(3L, 5L);
        assertThat(versions("?kind=SeatFilled")).isEmpty();
        assertThat(
                        asking.get("/api/v1/audit/entries?partnership=p&kind=status-change")
                                .expect(200)
                                .body()
                                .get("items")
                                .size())
                .isEqualTo(2);
    }

    @Test
    void an_entry_says_what_it_replaced_in_every_order() {
        happened(
                registered("p", "Acme", "2026-01-01"),
                seated("SUPPORT", "Ada", "OURS"),
                seated("SUPPORT", "Mia", "OURS"));

        var newest = items("?order=desc&limit=1").getFirst();
        assertThat(newest.get("from").asString()).isEqualTo("Ada");
        assertThat(newest.get("to").asString()).isEqualTo("Mia");
    }

    @Test
    void pages_hold_all_that_was_there_once_while_more_is_recorded() {
        for (var order : List.of("order=asc", "order=desc")) {
            for (var time : List.of("time=recorded", "time=effective", "time=day")) {
                var id = order + time;
                log.happened(id, registered(id, "Acme", "2026-01-01"));
                for (var i = 0; i < 20; i++) {
                    log.happened(id, touchpoint("Call", "2026-01-" + (10 + i * 7 % 10)));
                }
                loop.catchUp();
                var before = all(id, "?" + order + "&" + time + "&limit=200", _ -> "");

                var paged =
                        all(
                                id,
                                "?" + order + "&" + time + "&limit=3",
                                page -> {
                                    log.happened(id, touchpoint("Late", "2026-01-15"));
                                    log.happened(id, touchpoint("New", "2026-02-15"));
                                    loop.catchUp();
                                    return page;
                                });

                assertThat(new HashSet<>(paged)).as(id).hasSameSizeAs(paged);
                paged.retainAll(before);
                assertThat(paged).as(id).isEqualTo(before);
            }
        }
    }

    @Test
    void a_cursor_is_good_for_its_own_order_only() {
        lived();
        var cursor = asking.get(PATH + "?order=desc&limit=2").body().get("nextCursor").asString();

        asking.get(PATH + "?order=desc&limit=2&cursor=" + cursor).expect(200);
        asking.get(PATH + "?limit=2&cursor=" + cursor).expect(400);
        asking.get(PATH + "?order=desc&time=effective&limit=2&cursor=" + cursor).expect(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order=down",
                "time=both",
                "kind=Nothing",
                "limit=0",
                "cursor=x",
                "from=2026-01-01"
            })
    void what_is_not_asked_here_is_refused_and_named(String query) {
        lived();

        var problem = asking.get(PATH + "?" + query).expect(400).body();

        assertThat(problem.at("/errors/0/pointer").asString())
                .isEqualTo("?" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void nothing_of_a_kind_is_no_unknown_partnership() {
        lived();

        assertThat(asking.get(PATH + "?kind=SeatFilled").expect(200).body().get("items")).isEmpty();
        asking.get("/api/v1/partnerships/nobody/history?kind=SeatFilled").expect(404);
    }

    private static final String PATH = "/api/v1/partnerships/p/history";

    private void lived() {
        happened(
                registered("p", "Acme", "2026-01-01"),
                touchpoint("Call", "2026-01-10"),
                pilotStarted("2026-01-10"),
                touchpoint("Told late", "2026-01-05"),
                new MoveRefused("PILOT", "LAUNCH", "UNMET", null, at("2026-01-20")));
    }

    private void happened(HeadwayEvent... events) {
        log.happened("p", events);
        loop.catchUp();
    }

    private List<Long> versions(String query) {
        return items(query).stream().map(each -> each.get("version").asLong()).toList();
    }

    private List<JsonNode> items(String query) {
        return asking.get(PATH + query).expect(200).body().get("items").valueStream().toList();
    }

    /** Every page; something may happen before the next one is asked for. */
    private List<Long> all(String id, String query, Function<String, String> meanwhile) {
        var all = new ArrayList<Long>();
        var next = "";
        do {
            var page =
                    asking.get("/api/v1/partnerships/" + id + "/history" + query + next)
                            .expect(200)
                            .body();
            page.get("items").forEach(each -> all.add(each.get("version").asLong()));
            next =
                    page.get("nextCursor").isNull() || all.size() > 300
                            ? ""
                            : meanwhile.apply("&cursor=" + page.get("nextCursor").asString());
        } while (!next.isEmpty());
        return all;
    }
}
