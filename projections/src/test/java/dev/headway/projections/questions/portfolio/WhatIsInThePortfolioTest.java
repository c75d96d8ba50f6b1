package dev.headway.projections.questions.portfolio;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.watching.alerts.AlertsForTests;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class WhatIsInThePortfolioTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final DrivenClock clock = new DrivenClock(at("2026-03-01"));
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhatDoesTheProgramAskFor program = new WhatDoesTheProgramAskFor(database);
    private final WhichPartnershipsAreGhostTowns ghostTowns =
            new WhichPartnershipsAreGhostTowns(database, program, clock);
    private final WhatIsInThePortfolio question =
            PortfolioForTests.question(database, program, clock);
    private final ProjectionProcessors loop =
            ProcessorsForTests.loop(
                    source,
                    log,
                    program,
                    ghostTowns,
                    question,
                    PortfolioForTests.named("next-steps"),
                    PortfolioForTests.named("next-gates"),
                    PortfolioForTests.named("waivers"),
                    PortfolioForTests.named("partners"),
                    PortfolioForTests.named("watching"),
                    PortfolioForTests.named("alerts"));
    private final QuestionClient asking = new QuestionClient(source, question);

    @Test
    void an_item_shows_where_a_partnership_stands() {
        happened(
                "p",
                new PartnershipRegistered(
                        "p",
                        "Acme resale",
                        "Acme",
                        "RESELLER",
                        "https://acme.example",
                        "EMEA",
                        null,
                        at("2026-01-01")),
                seated("RELATIONSHIP", "ada", "OURS"),
                seated("SUPPORT", "sue", "PARTNER"),
                new PatternChosen("RESELL", at("2026-01-02")),
                new PartnershipClassified("STRATEGIC", List.of(), at("2026-01-02")),
                pilotStarted("2026-01-05"),
                planned("s1", "2026-04-01"),
                touchpoint("Kick-off", "2026-01-10"),
                new MoveRefused("PILOT", "LAUNCH", "UNMET", null, at("2026-01-11")));

        AlertsForTests.raise(database, "p", "OPEN");
        AlertsForTests.raise(database, "p", "SNOOZED");
        AlertsForTests.raise(database, "p", "RESOLVED");

        var item = items("").getFirst();

        assertThat(item.toString())
                .isEqualTo(
                        """
                        {"id":"p","name":"Acme resale",\
                        "partner":{"name":"Acme","type":"RESELLER","website":"https://acme.example"},\
                        "segment":"EMEA","pattern":"RESELL",\
                        "stage":"PILOT","stageSince":"2026-01-05T00:00:00Z","daysInStage":55,\
                        "classification":"STRATEGIC","owner":"ada","ownerId":null,\
                        "seatsVacant":["DELIVERY","INTEGRATION","ESCALATION"],\
                        "lastMotion":{"at":"2026-01-10T00:00:00Z","event":"TouchpointRecorded",\
                        "eventId":"event-80","summary":"Kick-off"},\
                        "quietDays":50,"ghostTown":false,"ghostAt":"2026-03-11T00:00:00Z",\
                        "stepsSecured":1,"openAlerts":2,"voided":false,"version":9,\
                        "partnerId":null,"nextStep":null,"openRules":["ghost-town"],"criteriaHeld":null,\
                        "standsStill":null,"factsRecordedLater":null}""");
    }

    @Test
    void no_version_is_shown_that_is_newer_than_what_is_shown() {
        happened("p", registered("p", "Acme", "2026-01-01"), touchpoint("Call", "2026-01-02"));
        assertThat(items("").getFirst().get("version").asInt()).isEqualTo(2);

        database.sql(
                        "update projection_position set position = position - 1 where projection = 'portfolio'")
                .update();

        assertThat(items("").getFirst().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void a_prospect_that_never_moved_has_no_motion_to_show() {
        happened("p", registered("p", "Acme", "2026-01-01"));

        var item = items("").getFirst();

        assertThat(item.get("lastMotion").isNull()).isTrue();
        assertThat(item.get("quietDays").isNull()).isTrue();
        assertThat(item.get("ghostTown").asBoolean()).isFalse();
        assertThat(item.get("seatsVacant")).hasSize(5);
    }

    @Test
    void every_filter_narrows_and_filters_join() {
        happened("a", registered("a", "Alpha", "2025-01-01"), pilotStarted("2025-12-31"));
        happened(
                "b",
                registered("b", "Beta", "2026-01-01"),
                new PatternChosen("RESELL", at("2026-01-01")),
                seated("RELATIONSHIP", "ada", "OURS"),
                pilotStarted("2026-01-02"),
                planned("1", "2026-04-01"),
                planned("2", "2026-04-01"),
                planned("3", "2026-04-01"));
        happened(
                "c",
                new PartnershipRegistered(
                        "c", "Gamma", "Gamma", "TELCO", null, null, null, at("2026-01-01")),
                seated("RELATIONSHIP", "bob", "PARTNER"),
                new PartnershipClassified("STRATEGIC", List.of(), at("2026-01-02")));

        assertThat(names("?stage=PILOT")).containsExactly("Alpha", "Beta");
        assertThat(names("?stage=PILOT&stage=PROSPECT")).hasSize(3);
        assertThat(names("?pattern=RESELL")).containsExactly("Beta");
        assertThat(names("?type=TELCO")).containsExactly("Gamma");
        assertThat(names("?classification=STRATEGIC")).containsExactly("Gamma");
        assertThat(names("?owner=ada")).containsExactly("Beta");
        assertThat(names("?owner=bob")).isEmpty();
        assertThat(names("?owner=")).containsExactly("Alpha", "Gamma");
        assertThat(names("?ghost=true&sort=-ghostAt")).containsExactly("Alpha");
        assertThat(names("?ghost=false&q=gamma&sort=ghostAt")).containsExactly("Gamma");
        assertThat(names("?ghost=true")).containsExactly("Alpha");
        assertThat(names("?ghost=false")).containsExactly("Beta", "Gamma");
        assertThat(names("?stepsSecured=true")).containsExactly("Beta");
        assertThat(names("?stepsSecured=false")).containsExactly("Alpha", "Gamma");
        assertThat(names("?stage=PILOT&ghost=false&q=bet")).containsExactly("Beta");
    }

    @Test
    void the_key_of_another_system_finds_and_so_does_having_none() {
        happened("a", keyed("a", "CRM-7"));
        happened("b", keyed("b", "CRM-77"));
        happened("c", registered("c", "Without", "2026-01-01"));

        assertThat(names("?externalKey=CRM-7")).containsExactly("Partnership a");
        assertThat(names("?externalKey=CRM-8")).isEmpty();
        assertThat(names("?externalKey=")).containsExactly("Without");
    }

    private static HeadwayEvent keyed(String id, String key) {
        return new PartnershipRegistered(
                id, "Partnership " + id, "Acme", "TELCO", null, null, key, at("2026-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "Café Émile,         cafe emile",
        "Café Émile,         CAFÉ",
        "Cafe\u0301 Emile,  café",
        "Straße,             STRASSE",
        "STRASSE,            straße",
        "Οδυσσεύς,           ΟΔΥΣΣΕΥΣ",
        "Οδυσσεύς,           οδυσσευσ",
        "Iğdır,              igdir",
        "IĞDIR,              ığdır",
        "Łódź Ørsted,        lodz orsted",
        "Acme\u00a0\u2003Ltd, acme ltd",
    })
    void text_is_found_however_it_is_written(String name, String asked) {
        happened("p", registered("p", name, "2026-01-01"));
        happened("q", registered("q", "Another", "2026-01-01"));

        assertThat(items(q(asked))).hasSize(1);
    }

    @Test
    void a_search_spans_neither_name_and_partner_nor_what_it_was_called_before() {
        happened("p", registered("p", "Acme resale", "2026-01-01"));
        assertThat(names(q("acme resale inc"))).containsExactly("Acme resale");
        assertThat(names(q("resale acme"))).isEmpty();

        happened("p", new PartnershipRenamed("Globex", at("2026-01-02")));
        assertThat(names(q("globex"))).containsExactly("Globex");
        assertThat(names(q("acme resale inc"))).containsExactly("Globex");
        assertThat(names(q("resale globex"))).isEmpty();
    }

    @Test
    void accented_names_stand_beside_plain_ones() {
        for (var name :
                List.of("Zeta", "élan", "Elbe", "Ømega", "Oslo", "ábaco", "Abba", "Çelik")) {
            happened(name, registered(name, name, "2026-01-01"));
        }

        assertThat(names(""))
                .containsExactly("ábaco", "Abba", "Çelik", "élan", "Elbe", "Ømega", "Oslo", "Zeta");
        assertThat(names("?sort=-name").getFirst()).isEqualTo("Zeta");
    }

    @Test
    void when_it_is_a_ghost_town_is_in_order_whatever_the_threshold_of_its_stage() {
        happened("program", program(threshold("ghost-town", "PILOT", "P10D")));
        happened("a", registered("a", "Launched", "2026-01-01"), launched("2026-01-02"));
        happened("b", registered("b", "Piloted", "2026-01-01"), pilotStarted("2026-02-01"));
        happened("c", registered("c", "Late pilot", "2026-01-01"), pilotStarted("2026-03-01"));
        happened("d", registered("d", "Prospect", "2026-01-01"));

        assertThat(names("?sort=ghostAt"))
                .containsExactly("Piloted", "Launched", "Late pilot", "Prospect");
        assertThat(names("?sort=-ghostAt"))
                .containsExactly("Prospect", "Late pilot", "Launched", "Piloted");
    }

    @Test
    void a_ghost_town_is_listed_as_one_from_the_very_instant() {
        happened("p", registered("p", "Acme", "2026-01-01"), pilotStarted("2026-03-01"));

        clock.advance(Duration.ofDays(60).minusMillis(1));
        assertThat(names("?ghost=true")).isEmpty();
        assertThat(items("").getFirst().get("ghostTown").asBoolean()).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(names("?ghost=true")).containsExactly("Acme");
        assertThat(items("").getFirst().get("ghostTown").asBoolean()).isTrue();
    }

    @Test
    void text_is_searched_as_it_is_written() {
        happened("a", registered("a", "100% Fun", "2026-01-01"));
        happened("b", registered("b", "under_score", "2026-01-01"));
        happened("c", registered("c", "back\\slash", "2026-01-01"));
        happened("d", registered("d", "O'Neill; drop table portfolio --", "2026-01-01"));

        assertThat(names(q("%"))).containsExactly("100% Fun");
        assertThat(names(q("_"))).containsExactly("under_score");
        assertThat(names(q("\\"))).containsExactly("back\\slash");
        assertThat(names(q("o'neill; DROP"))).containsExactly("O'Neill; drop table portfolio --");
        assertThat(names(q("FUN"))).containsExactly("100% Fun");
        assertThat(names(q("nothing"))).isEmpty();
    }

    @Test
    void the_list_is_sorted_by_any_field_and_its_reverse() {
        happened("a", registered("a", "beta", "2026-01-03"), pilotStarted("2026-01-20"));
        happened("b", registered("b", "Alpha", "2026-01-02"));
        happened(
                "c",
                registered("c", "Gamma", "2026-01-01"),
                pilotStarted("2026-01-10"),
                launched("2026-01-11"));

        assertThat(names("")).containsExactly("Alpha", "beta", "Gamma");
        assertThat(names("?sort=-name")).containsExactly("Gamma", "beta", "Alpha");
        assertThat(names("?sort=stage")).containsExactly("Alpha", "beta", "Gamma");
        assertThat(names("?sort=stageSince")).containsExactly("Alpha", "Gamma", "beta");
        assertThat(names("?sort=daysInStage")).containsExactly("beta", "Gamma", "Alpha");
        assertThat(names("?sort=quietDays")).containsExactly("beta", "Gamma", "Alpha");
        assertThat(names("?sort=ghostAt")).containsExactly("Gamma", "beta", "Alpha");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "-name",
                "stage",
                "-stageSince",
                "quietDays",
                "-quietDays",
                "ghostAt",
                "-ghostAt",
                "stepsSecured",
                "lastMotion",
                "-lastMotion",
                "-stage",
                "stageSince",
                "daysInStage",
                "-daysInStage",
                "-stepsSecured"
            })
    void pages_meet_every_partnership_once_whatever_the_order(String sort) {
        for (var i = 10; i < 33; i++) {
            log.happened("p" + i, registered("p" + i, "Name " + i % 5, "2026-01-01"));
            if (i % 3 > 0) {
                log.happened("p" + i, pilotStarted("2026-01-" + (i % 7 + 10)));
            }
        }
        loop.catchUp();
        database.sql("update portfolio set voided = true where partnership_id < 'p19'").update();
        database.sql("delete from ghost_clock where partnership_id < 'p19'").update();

        assertThat(walked("sort=" + sort)).hasSize(14).doesNotHaveDuplicates();
        assertThat(walked("voided=true&sort=" + sort)).hasSize(9).doesNotHaveDuplicates();
    }

    private List<String> walked(String query) {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var answer = ask("?limit=4&" + query + cursor);
            answer.get("items").forEach(item -> seen.add(item.get("id").asString()));
            cursor =
                    answer.get("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + answer.get("nextCursor").asString();
            clock.advance(Duration.ofMinutes(1));
        } while (!cursor.isEmpty());
        return seen;
    }

    @Test
    void pages_stay_stable_while_partnerships_come_and_change() {
        for (var i = 10; i < 30; i++) {
            happened("p" + i, registered("p" + i, "Name " + i, "2026-01-01"));
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        for (var page = 0; page < 4; page++) {
            var answer = ask("?limit=5" + cursor);
            answer.get("items").forEach(item -> seen.add(item.get("id").asString()));
            cursor = "&cursor=" + answer.get("nextCursor").asString();
            happened("new" + page, registered("new" + page, "A newcomer", "2026-01-02"));
            happened("p2" + page, touchpoint("Call", "2026-02-01"), pilotStarted("2026-02-02"));
        }

        assertThat(seen).hasSize(20).doesNotHaveDuplicates().allMatch(id -> id.startsWith("p"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage=LAUNCHED",
                "stage=pilot",
                "stage=",
                "pattern=X",
                "type=X",
                "classification=X",
                "ghost=yes",
                "stepsSecured=3",
                "sort=version",
                "stages=PILOT",
                "externalkey=7",
                "voided=maybe",
                "sort=name&sort=stage",
                "sort=name;drop%20table%20portfolio",
                "limit=-1",
                "cursor=Zm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2Vk",
                "cursor=%20",
                "q=%00",
                "owner=%00"
            })
    void what_makes_no_sense_is_refused(String query) {
        var problem = asking.get("/api/v1/partnerships?" + query).expect(400).body();

        assertThat(problem.get("errors").get(0).get("pointer").asString())
                .isEqualTo("?" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void every_violation_is_listed_at_once() {
        var problem = asking.get("/api/v1/partnerships?stage=X&ghost=Y&limit=Z").expect(400).body();

        assertThat(problem.get("errors")).hasSize(3);
    }

    @Test
    void an_answer_waits_for_what_its_caller_has_written_and_shows_what_it_reflects() {
        log.happened("p", registered("p", "Acme", "2026-01-01"));
        loop.catchUp();

        var answer = asking.get("/api/v1/partnerships", "Headway-Position", "10").expect(200);

        assertThat(answer.response().getHeader("Headway-Position")).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "ten", "", "1.5", "99999999999999999999", "0x10"})
    void a_malformed_position_is_refused(String position) {
        var answer = asking.get("/api/v1/partnerships", "Headway-Position", position).expect(400);

        assertThat(answer.body().get("errors").get(0).get("pointer").asString())
                .isEqualTo("Headway-Position");
    }

    @Test
    void a_revived_partnership_keeps_partner_and_pattern_and_starts_afresh() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                new PatternChosen("RESELL", at("2026-01-01")),
                new PartnershipRenamed("Acme & Co", at("2026-01-01")),
                new PartnershipClassified("STRATEGIC", List.of(), at("2026-01-02")),
                seated("RELATIONSHIP", "ada", "OURS"),
                planned("s", "2026-05-01"),
                sunset("2026-02-01"),
                revived("2026-02-02"));

        var item = items("").getFirst();

        assertThat(item.get("name").asString()).isEqualTo("Acme & Co");
        assertThat(item.get("pattern").asString()).isEqualTo("RESELL");
        assertThat(item.get("stage").asString()).isEqualTo("PROSPECT");
        assertThat(item.get("owner").isNull()).isTrue();
        assertThat(item.get("classification").isNull()).isTrue();
        assertThat(item.get("stepsSecured").asInt()).isZero();
    }

    @Test
    void events_seen_twice_and_a_rebuild_leave_the_same_rows() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                seated("RELATIONSHIP", "ada", "OURS"),
                new SeatVacated("RELATIONSHIP", at("2026-01-02")),
                planned("s", "2026-05-01"),
                pilotStarted("2026-01-05"));
        var rows = rows();

        question.on(log.all());
        question.on(log.all().subList(0, 3));
        assertThat((Object) rows()).isEqualTo(rows);

        loop.rebuild(WhatIsInThePortfolio.NAME);
        loop.catchUp();
        assertThat((Object) rows()).isEqualTo(rows);
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    private JsonNode ask(String query) {
        return asking.get("/api/v1/partnerships" + query).expect(200).body();
    }

    private List<JsonNode> items(String query) {
        return ask(query).get("items").valueStream().toList();
    }

    private List<String> names(String query) {
        return items(query).stream().map(item -> item.get("name").asString()).toList();
    }

    private static String q(String text) {
        return "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<?> rows() {
        return List.of(
                database.sql("select * from portfolio        order by 1").query().listOfRows(),
                database.sql("select * from portfolio_search order by 1").query().listOfRows());
    }
}
