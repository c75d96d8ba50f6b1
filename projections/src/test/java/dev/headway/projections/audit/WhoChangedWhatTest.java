package dev.headway.projections.audit;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AuditEvent.AuditSearched;
import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.IncentiveAligned;
import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.contracts.PersonEvent.AccountEnabled;
import dev.headway.contracts.PersonEvent.PersonInvited;
import dev.headway.contracts.ProjectionEvent.RebuildRequested;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class WhoChangedWhatTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final AccessForTests access = new AccessForTests();
    private final WhoChangedWhat question =
            new WhoChangedWhat(
                    new AuditTable(new JdbcTemplate(source)), new Cursors(database), access);
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, question);
    private final QuestionClient asking = new QuestionClient(source, question);

    @Test
    void an_entry_tells_what_happened_both_times_and_who_was_behind_it() {
        log.recordedAt(at("2026-02-01T10:00:00Z")).by("ada", "MANAGER", "CONSOLE");
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                new LeverageClaimed(
                        "WIN_RATE",
                        "We win more",
                        "rate",
                        "%",
                        new BigDecimal("1.50"),
                        new BigDecimal("20"),
                        at("2026-12-31"),
                        at("2026-01-02")));

        assertThat(history("p").getLast().toString())
                .isEqualTo(
                        """
                        {"type":"LeverageClaimed","stream":"p","version":2,"position":20,\
                        "eventId":"event-20","effectiveAt":"2026-01-02T00:00:00Z",\
                        "recordedAt":"2026-02-01T10:00:00Z","actor":"ada","role":"MANAGER",\
                        "channel":"CONSOLE","correlationId":"request-1","policyVersion":0,\
                        "daysLate":30,"outcome":"DONE",\
                        "mechanism":"WIN_RATE","why":"We win more","metricName":"rate",\
                        "metricUnit":"%","baseline":1.5,"target":20,\
                        "dueOn":"2026-12-31T00:00:00Z"}""");
    }

    @Test
    void a_refused_move_is_in_the_history_with_its_gate() {
        var gate =
                new EvaluatedGate(
                        "LAUNCH",
                        4,
                        false,
                        List.of(
                                new EvaluatedCriterion(
                                        "customer-used",
                                        "A customer used it",
                                        true,
                                        false,
                                        "0 joint wins",
                                        "1 joint win",
                                        null,
                                        null)));
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                new MoveRefused("PILOT", "LAUNCH", "UNMET", gate, at("2026-01-02")));

        var refused = history("p").getLast();

        assertThat(refused.get("outcome").asString()).isEqualTo("REFUSED");
        assertThat(refused.at("/gate/policyVersion").asInt()).isEqualTo(4);
        assertThat(refused.at("/gate/criteria/0/id").asString()).isEqualTo("customer-used");
        assertThat(refused.at("/gate/criteria/0/have").asString()).isEqualTo("0 joint wins");
    }

    @Test
    void an_imported_move_is_shown_as_not_gated() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                new PilotStarted(null, at("2026-01-02")),
                launched("2026-01-03"));

        assertThat(history("p").get(1).get("gated").asBoolean()).isFalse();
        assertThat(history("p").get(2).get("gated").asBoolean()).isTrue();
        assertThat(history("p").get(0).has("gated")).isFalse();
    }

    @Test
    void an_events_own_reason_and_actor_stand_beside_who_was_behind_it() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                new IncentiveAligned("SALES", "Shared quota", at("2026-01-02")),
                revived("2026-01-03"));

        assertThat(history("p").get(1).get("actor").asString()).isEqualTo("manager-1");
        assertThat(history("p").get(1).get("incentiveActor").asString()).isEqualTo("SALES");
        assertThat(history("p").get(2).get("reason").asString()).isEqualTo("They called");
    }

    @Test
    void hostile_text_is_read_back_as_it_was_told() {
        var hostile =
                "tab\t line\n return\r back\\slash \\N \\. \\t 'quoted' \"twice\", \ud83d\ude00";
        log.recordedAt(at("2026-02-01")).by(hostile, "MANAGER", "API");
        happened("p", registered("p", hostile, "2026-01-01"), touchpoint("\\N", "2026-01-02"));
        log.by("\\N", "MANAGER", "API");
        happened("p", touchpoint("", "2026-01-03"), touchpoint("nul\0", "2026-01-04"));

        var history = question.historyOf("p", 0);

        assertThat(history)
                .extracting(each -> each.provenance().actor())
                .containsExactly(hostile, hostile, "\\N", "\\N");
        assertThat(history)
                .extracting(RecordedEvent::event)
                .containsExactly(
                        registered("p", hostile, "2026-01-01"),
                        touchpoint("\\N", "2026-01-02"),
                        touchpoint("", "2026-01-03"),
                        touchpoint("nul\ufffd", "2026-01-04"));
    }

    @Test
    void the_history_of_nobody_is_not_found() {
        asking.get("/api/v1/partnerships/nobody/history").expect(404);
        asking.get("/api/v1/partnerships/nobody/history?limit=0").expect(400);
    }

    @Test
    void history_comes_in_pages_while_it_goes_on() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        for (var i = 0; i < 9; i++) {
            happened("p", touchpoint("Call " + i, "2026-01-02"));
        }
        var versions = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = ask("/api/v1/partnerships/p/history?limit=4" + cursor);
            page.get("items").forEach(item -> versions.add(item.get("version").asLong()));
            happened("q", registered("q", "Beta", "2026-01-01"));
            cursor =
                    page.get("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void entries_are_found_by_partnership_actor_kind_and_either_time() {
        log.recordedAt(at("2026-02-01")).by("ada", "MANAGER", "API");
        happened("p", registered("p", "Acme", "2026-01-01"));
        log.recordedAt(at("2026-02-02")).by("bob", "ADMIN", "API");
        happened("program", program());
        log.recordedAt(at("2026-02-03"));
        happened("p", touchpoint("Call", "2026-01-15"));

        assertThat(types(""))
                .containsExactly("PartnershipRegistered", "ProgramChanged", "TouchpointRecorded");
        assertThat(types("?partnership=p")).hasSize(2);
        assertThat(types("?actor=bob")).containsExactly("ProgramChanged", "TouchpointRecorded");
        assertThat(types("?kind=ProgramChanged")).containsExactly("ProgramChanged");
        assertThat(types("?from=2026-02-02&to=2026-02-03")).containsExactly("ProgramChanged");
        assertThat(types("?time=effective&from=2026-01-15T00:00:00Z"))
                .containsExactly("TouchpointRecorded");
        assertThat(types("?time=effective&to=2026-01-15"))
                .containsExactly("PartnershipRegistered", "ProgramChanged");
    }

    @Test
    void entries_are_found_by_the_door_they_came_in_by() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        log.by("ada", "ADMIN", "IMPORT");
        happened("q", registered("q", "Beta", "2026-01-01"));
        log.by("ada", "MANAGER", "CONSOLE");
        happened("p", touchpoint("Call", "2026-01-15"));

        assertThat(types("?channel=CONSOLE")).containsExactly("TouchpointRecorded");
        assertThat(types("?channel=API&channel=IMPORT"))
                .containsExactly("PartnershipRegistered", "PartnershipRegistered");
        assertThat(types("?channel=CHAT")).isEmpty();
    }

    @Test
    void a_search_is_noted_once_however_many_pages_are_read() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        happened("p", touchpoint("Call 1", "2026-01-15"), touchpoint("Call 2", "2026-01-16"));
        var path = "/api/v1/audit/entries?limit=1&kind=TouchpointRecorded&partnership=p";

        var first = ask(path);
        ask(path + "&cursor=" + first.get("nextCursor").asString());

        assertThat(access.noted).containsExactly("searched kind=TouchpointRecorded&partnership=p");
        asking.get("/api/v1/audit/entries?kind=Nothing").expect(400);
        assertThat(access.noted).hasSize(1);
    }

    @Test
    void a_search_sees_what_was_recorded_before_it_on_every_page() {
        happened("p", registered("p", "Acme", "2026-01-01"), touchpoint("Call", "2026-01-02"));
        access.position = 30;

        var first = ask("/api/v1/audit/entries?limit=1");
        happened("p", touchpoint("Call", "2026-01-03"));
        var second =
                ask("/api/v1/audit/entries?limit=1&cursor=" + first.get("nextCursor").asString());

        assertThat(second.at("/items/0/position").asLong()).isEqualTo(20);
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void the_pages_of_a_search_are_for_nobody_else() {
        happened("p", registered("p", "Acme", "2026-01-01"), touchpoint("Call", "2026-01-02"));
        var next =
                "/api/v1/audit/entries?limit=1&cursor="
                        + ask("/api/v1/audit/entries?limit=1").get("nextCursor").asString();

        asking.get(next).expect(200);
        asking.as("somebody else").get(next).expect(400);
    }

    @Test
    void an_entry_says_by_which_policy_and_how_late() {
        log.recordedAt(at("2026-02-01"));
        happened("p", registered("p", "Acme", "2026-01-31T00:00:01Z"));
        happened("program", program());
        happened("p", touchpoint("Call", "2026-01-01"));

        var entries = history("p");

        assertThat(entries.getFirst().get("policyVersion").asLong()).isZero();
        assertThat(entries.getFirst().has("daysLate")).isFalse();
        assertThat(entries.getLast().get("policyVersion").asLong()).isEqualTo(1);
        assertThat(entries.getLast().get("daysLate").asInt()).isEqualTo(31);
    }

    @Test
    void a_move_names_the_waivers_that_its_gate_took_and_who_had_granted_them() {
        var gate =
                new EvaluatedGate(
                        "LAUNCH",
                        2,
                        true,
                        List.of(
                                new EvaluatedCriterion(
                                        "exit-terms-agreed",
                                        "Exit terms are agreed",
                                        true,
                                        false,
                                        "none",
                                        "exit terms",
                                        null,
                                        "w-1")));
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                new WaiverRequested(
                        "w-1",
                        "exit-terms-agreed",
                        "Lawyers need May",
                        at("2026-06-01"),
                        "mia",
                        at("2026-01-02")),
                new WaiverGranted(
                        "w-1", "The risk is small", "noor", "p-2", "Noor Haddad", at("2026-01-03")),
                new PartnershipLaunched(gate, at("2026-01-04")));

        var launch = history("p").getLast();

        assertThat(launch.get("policyVersion").asLong()).isEqualTo(2);
        assertThat(launch.get("waiversUsed").toString())
                .isEqualTo(
                        """
                        [{"waiverId":"w-1","criterion":"exit-terms-agreed","grantedBy":"noor",\
                        "grantedByName":"Noor Haddad","grounds":"The risk is small",\
                        "grantedAt":"2026-01-03T00:00:00Z"}]""");
        assertThat(history("p").getFirst().has("waiversUsed")).isFalse();
    }

    @Test
    void an_entry_says_what_it_is_about_as_that_was_called_then() {
        var me = "8f1d8a1e-0000-8000-8000-000000000001";
        happened("p", registered("p", "Acme", "2026-01-01"));
        happened("p", new PartnershipRenamed("Acme North", at("2026-01-02")));
        happened(
                "alert-1",
                new AlertAcknowledged("1", "p", "fading", "Ada", null, at("2026-01-03")));
        happened("person/" + me, invited(me, "Tom Beck"), new AccountEnabled(me, at("2026-01-05")));
        happened("program", program());
        happened("projection/people", new RebuildRequested("people", at("2026-01-06")));
        happened("audit/a-1", new AuditSearched("a-1", List.of(), at("2026-01-06")));

        assertThat(abouts())
                .containsExactly(
                        "PARTNERSHIP p Acme",
                        "PARTNERSHIP p Acme North",
                        "PARTNERSHIP p Acme North",
                        "PERSON " + me + " Tom Beck",
                        "PERSON " + me + " Tom Beck",
                        "PROGRAM  ",
                        "PROJECTION  people",
                        "AUDIT  ");
        assertThat(history("p").getFirst().has("about")).isFalse();
    }

    private static PersonInvited invited(String id, String name) {
        return new PersonInvited(
                id,
                "headway",
                "tom",
                name,
                "tom@headway.example",
                List.of("MANAGER"),
                at("2026-01-07"),
                at("2026-01-04"));
    }

    private List<String> abouts() {
        return ask("/api/v1/audit/entries")
                .get("items")
                .valueStream()
                .map(item -> item.get("about"))
                .map(
                        about ->
                                "%s %s %s"
                                        .formatted(
                                                about.at("/kind").asString(),
                                                about.at("/id").asString(""),
                                                about.at("/name").asString("")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "to=2026-13-01",
                "to=%2B999999999-12-31T23:59:59Z",
                "kind=Nothing",
                "channel=DOOR",
                "time=both",
                "cursor=x",
                "limit=201",
                "actor=%00"
            })
    void what_makes_no_sense_is_refused(String query) {
        var problem = asking.get("/api/v1/audit/entries?" + query).expect(400).body();

        assertThat(problem.at("/errors/0/pointer").asString())
                .isEqualTo("?" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void a_life_is_read_back_as_it_was_recorded() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                pilotStarted("2026-01-02"),
                touchpoint("Call", "2026-01-15"));
        happened("q", registered("q", "Beta", "2026-01-01"));

        assertThat(question.historyOf("p", 0)).isEqualTo(log.all().subList(0, 3));
    }

    @Test
    void events_seen_twice_and_a_rebuild_leave_the_same_rows() {
        happened("p", registered("p", "Acme", "2026-01-01"), pilotStarted("2026-01-02"));
        var rows = rows();

        question.on(log.all());
        assertThat(rows()).isEqualTo(rows);

        loop.rebuild(WhoChangedWhat.NAME);
        loop.catchUp();
        assertThat(rows()).isEqualTo(rows);
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    private JsonNode ask(String path) {
        return asking.get(path).expect(200).body();
    }

    private List<JsonNode> history(String id) {
        return ask("/api/v1/partnerships/" + id + "/history").get("items").valueStream().toList();
    }

    private List<String> types(String query) {
        return ask("/api/v1/audit/entries" + query)
                .get("items")
                .valueStream()
                .map(item -> item.get("type").asString())
                .toList();
    }

    private Object rows() {
        return database.sql(
                        "select to_jsonb(a)::text as entry from audit_entry a order by position")
                .query()
                .listOfRows();
    }
}
