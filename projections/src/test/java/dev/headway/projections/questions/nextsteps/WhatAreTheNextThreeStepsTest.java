package dev.headway.projections.questions.nextsteps;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class WhatAreTheNextThreeStepsTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final DrivenClock clock = new DrivenClock(at("2026-02-10"));
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhatAreTheNextThreeSteps question =
            new WhatAreTheNextThreeSteps(
                    new StepTables(database),
                    new OpenStepTable(database),
                    new Cursors(database),
                    clock,
                    BusinessCalendar.WEEKDAYS_UTC);
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, question);
    private final QuestionClient asking = new QuestionClient(source, question);

    @Test
    void the_next_three_are_the_open_steps_soonest_due() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("d", "2026-06-01"),
                planned("b", "2026-04-01"),
                planned("a", "2026-03-01"),
                planned("c", "2026-05-01"));

        var steps = nextSteps("p");

        assertThat(steps.get("secured").asInt()).isEqualTo(3);
        assertThat(steps.get("of").asInt()).isEqualTo(3);
        assertThat(ids(steps.get("next"))).containsExactly("a", "b", "c");
        assertThat(ids(steps.get("open"))).containsExactly("a", "b", "c", "d");
        assertThat(steps.get("next").get(0).get("dueOn").asString())
                .isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void done_and_dropped_steps_secure_nothing() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("a", "2026-03-01"),
                planned("b", "2026-04-01"),
                planned("c", "2026-05-01"),
                new StepCompleted("a", "Done well", at("2026-02-01")),
                new StepDropped("b", "Not needed", at("2026-02-02")));

        assertThat(nextSteps("p").get("secured").asInt()).isEqualTo(1);
        assertThat(ids(nextSteps("p").get("open"))).containsExactly("c");
    }

    @Test
    void a_step_that_is_overdue_is_open_and_secures_nothing_at_a_gate() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("yesterday", "2026-02-09"),
                planned("today", "2026-02-10"),
                planned("later", "2026-04-01"));

        var steps = nextSteps("p");

        assertThat(steps.get("secured").asInt()).isEqualTo(3);
        assertThat(steps.get("ahead").asInt()).isEqualTo(2);
    }

    @Test
    void every_slip_is_kept_with_who_and_why() {
        happened("p", registered("p", "Acme", "2026-01-01"), planned("a", "2026-03-01"));
        log.by("grace", "MANAGER", "API");
        happened("p", new StepRescheduled("a", at("2026-03-15"), "Holidays", at("2026-02-01")));
        happened("p", new StepRescheduled("a", at("2026-04-01"), "Budget", at("2026-02-05")));

        var slips = nextSteps("p").get("slips");

        assertThat(slips).hasSize(2);
        assertThat(slips.get(0).get("from").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(slips.get(0).get("to").asString()).isEqualTo("2026-03-15T00:00:00Z");
        assertThat(slips.get(1).get("from").asString()).isEqualTo("2026-03-15T00:00:00Z");
        assertThat(slips.get(1).get("reason").asString()).isEqualTo("Budget");
        assertThat(slips.get(1).get("actor").asString()).isEqualTo("grace");
        assertThat(nextSteps("p").get("next").get(0).get("dueOn").asString())
                .isEqualTo("2026-04-01T00:00:00Z");
    }

    @Test
    void the_steps_of_a_former_life_no_longer_count() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("old", "2026-03-01"),
                sunset("2026-02-01"),
                revived("2026-02-02"),
                planned("new", "2026-04-01"),
                new StepCompleted("old", null, at("2026-02-03")));

        assertThat(ids(nextSteps("p").get("open"))).containsExactly("new");
        assertThat(ids(all("").get("items"))).containsExactly("new");
    }

    @Test
    void an_unknown_partnership_is_not_found() {
        var answer = asking.get("/api/v1/partnerships/nobody/next-steps").expect(404);

        assertThat(answer.response().getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void everybodys_steps_are_found_by_owner_side_and_date() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("late", "ada", "OURS", "2026-02-09"),
                planned("soon", "ada", "PARTNER", "2026-02-10"));
        happened(
                "q",
                registered("q", "Beta", "2026-01-01"),
                planned("later", "bob", "PARTNER", "2026-02-17"),
                new PartnershipRenamed("Beta & Sons", at("2026-01-02")));

        assertThat(ids(all("").get("items"))).containsExactly("late", "soon", "later");
        assertThat(ids(all("?owner=ada").get("items"))).containsExactly("late", "soon");
        assertThat(ids(all("?side=PARTNER").get("items"))).containsExactly("soon", "later");
        assertThat(ids(all("?due=overdue").get("items"))).containsExactly("late");
        assertThat(ids(all("?due=week").get("items"))).containsExactly("soon");
        assertThat(ids(all("?due=later").get("items"))).containsExactly("later");
        var item = all("?due=later").get("items").get(0);
        assertThat(item.get("partnershipName").asString()).isEqualTo("Beta & Sons");
        assertThat(item.get("partnershipId").asString()).isEqualTo("q");
        assertThat(item.get("overdue").asBoolean()).isFalse();
    }

    @Test
    void what_is_due_today_is_not_overdue_before_the_day_is_over() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("yesterday", "2026-02-09"),
                planned("today", "2026-02-10"),
                planned("at noon", "2026-02-10T12:00:00Z"),
                planned("tonight", "2026-02-10T20:00:00Z"),
                planned("in six days", "2026-02-16"),
                planned("in seven days", "2026-02-17"),
                planned("in a week", "2026-02-17T17:00:00Z"),
                planned("after that", "2026-02-17T20:00:00Z"));
        clock.advance(Duration.ofHours(18));

        assertThat(ids(all("?due=overdue").get("items"))).containsExactly("yesterday", "at noon");
        assertThat(ids(all("?due=week").get("items")))
                .containsExactly("today", "tonight", "in six days", "in a week");
        assertThat(ids(all("?due=later").get("items")))
                .containsExactly("in seven days", "after that");
        assertThat(all("").get("items").valueStream().filter(i -> i.get("overdue").asBoolean()))
                .extracting(item -> item.get("stepId").asString())
                .containsExactly("yesterday", "at noon");

        clock.advance(Duration.ofHours(6));
        assertThat(ids(all("?due=overdue").get("items")))
                .containsExactly("yesterday", "today", "at noon", "tonight");
    }

    @Test
    void pages_meet_every_step_once_while_others_are_planned_and_done() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        for (var i = 10; i < 30; i++) {
            happened("p", planned("s" + i, "2026-03-" + i));
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        for (var page = 0; page < 3; page++) {
            var answer = all("?limit=7" + cursor);
            seen.addAll(ids(answer.get("items")));
            cursor = "&cursor=" + answer.get("nextCursor").asString();
            happened(
                    "p",
                    planned("x" + page, "2026-02-1" + page),
                    new StepCompleted("s1" + page, null, at("2026-02-01")));
        }

        assertThat(seen).hasSize(20).doesNotHaveDuplicates().allMatch(id -> id.startsWith("s"));
        assertThat(cursor).isEqualTo("&cursor=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "side=LEFT",
                "due=never",
                "limit=0",
                "limit=201",
                "limit=ten",
                "limit=99999999999999999999",
                "cursor=forged",
                "cursor=",
                "owner=%00",
                "cursor=AAAAAAAAAAAAAAAAAAAAAFsiYSJd"
            })
    void a_question_that_makes_no_sense_is_refused_with_the_reason(String query) {
        var problem = asking.get("/api/v1/next-steps?" + query).expect(400).body();

        assertThat(problem.get("errors").get(0).get("pointer").asString())
                .isEqualTo("?" + query.substring(0, query.indexOf('=')));
        assertThat(problem.get("errors").get(0).get("message").asString()).isNotBlank();
    }

    @Test
    void a_step_is_of_whoever_it_was_given_to() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("a", "Ada", "OURS", "2026-03-01"),
                planned("b", "ADA ", "OURS", "2026-03-02"),
                new StepOwnerChanged("b", "Ada", "p-7", at("2026-02-01")));

        assertThat(ids(all("?owner=ada").get("items"))).containsExactly("a");
        assertThat(ids(all("?ownerId=p-7").get("items"))).containsExactly("b");
        assertThat(ids(all("?owner=").get("items"))).isEmpty();
        var open = nextSteps("p").get("open");
        assertThat(open.get(1).get("ownerId").asString()).isEqualTo("p-7");
        asking.get("/api/v1/next-steps?owner=ada&ownerId=p-7").expect(400);
    }

    @Test
    void a_cursor_is_good_for_its_own_question_only() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("a", "2026-03-01"),
                planned("b", "2026-03-02"));
        var cursor = all("?owner=ada&limit=1").get("nextCursor").asString();

        asking.get("/api/v1/next-steps?owner=ada&limit=2&cursor=" + cursor).expect(200);
        asking.get("/api/v1/next-steps?owner=bob&cursor=" + cursor).expect(400);
        asking.get("/api/v1/next-steps?owner=ada&cursor=" + cursor + "A").expect(400);
        var otherSeal = (cursor.startsWith("B") ? "C" : "B") + cursor.substring(1);
        asking.get("/api/v1/next-steps?owner=ada&cursor=" + otherSeal).expect(400);
    }

    @Test
    void events_seen_twice_and_a_rebuild_leave_the_same_rows() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                planned("a", "2026-03-01"),
                planned("b", "2026-03-01"),
                new StepRescheduled("a", at("2026-04-01"), "Budget", at("2026-02-05")),
                new StepOwnerChanged("a", "Mia", "p-7", at("2026-02-05")),
                new StepCompleted("b", "Done", at("2026-02-01")));
        var rows = rows();

        question.on(log.all());
        question.on(log.all().subList(1, 3));
        assertThat(rows()).isEqualTo(rows);

        loop.rebuild(WhatAreTheNextThreeSteps.NAME);
        loop.catchUp();
        assertThat(rows()).isEqualTo(rows);
    }

    private void happened(String stream, PartnershipEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    private JsonNode nextSteps(String id) {
        return asking.get("/api/v1/partnerships/" + id + "/next-steps").expect(200).body();
    }

    private JsonNode all(String query) {
        return asking.get("/api/v1/next-steps" + query).expect(200).body();
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.get("stepId").asString()).toList();
    }

    private List<Object> rows() {
        return List.of(
                database.sql("select * from step_partnership").query().listOfRows(),
                database.sql("select * from step order by step_id").query().listOfRows(),
                database.sql("select * from step_slip order by position").query().listOfRows());
    }
}
