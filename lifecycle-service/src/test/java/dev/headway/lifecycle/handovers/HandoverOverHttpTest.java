package dev.headway.lifecycle.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a handover takes along, what it leaves, and what it refuses. */
class HandoverOverHttpTest {

    private static RunningHeadway headway;
    private static Caller manager;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_text_takes_all_of_its_spellings_along_and_no_person() {
        var reef = registered("'owner':'Desk  North'");
        var other = registered("'ownerId':'" + me() + "'");
        var step = planned(reef, "desk NORTH");

        var report = handOver("{'owner':'Desk north'}", "{'owner':'Mara'}", "").json();

        assertThat(report.at("/handed").asInt()).isEqualTo(2);
        assertThat(subjects(report)).containsExactly("RELATIONSHIP", step);
        assertThat(known(reef).at("/owner").asString()).isEqualTo("Mara");
        assertThat(known(other).at("/ownerId").asString()).isEqualTo(me());
    }

    @Test
    void a_dry_run_tells_what_would_come_of_it_and_stores_nothing() {
        var reef = registered("'owner':'Desk East'");
        var head = head();

        var told = handOver("{'owner':'desk east'}", "{'owner':'Mara'}", "?dryRun=true").json();

        assertThat(told.at("/handed").asInt()).isEqualTo(1);
        assertThat(told.at("/rows/0/outcome").asString()).isEqualTo("HANDED");
        assertThat(told.at("/rows/0/partnershipName").asString()).isEqualTo("Reef");
        assertThat(told.at("/rows/0/name").asString()).isEqualTo("RELATIONSHIP");
        assertThat(head()).isEqualTo(head);
        assertThat(known(reef).at("/owner").asString()).isEqualTo("Desk East");
    }

    @Test
    void each_thing_is_told_as_people_call_it_and_a_partnership_as_it_is_called_now() {
        var reef = registered("'owner':'Desk Lower'");
        planned(reef, "Desk Lower");
        manager.patch(reef, "{\"name\": \"Reef two\"}");

        for (var query : List.of("?dryRun=true", "")) {
            var report = handOver("{'owner':'Desk Lower'}", "{'owner':'Mara'}", query).json();
            assertThat(texts(report, "/partnershipName")).containsOnly("Reef two");
            assertThat(texts(report, "/name")).containsExactly("RELATIONSHIP", "Train");
        }
    }

    @Test
    void only_what_was_asked_for_is_handed_over_and_steps_that_are_done_stay() {
        var reef = registered("'owner':'Desk South'");
        var open = planned(reef, "Desk South");
        var done = planned(reef, "Desk South");
        post(reef + "/steps/" + done + "/completion", "{}");

        var report =
                post(
                                "/api/v1/handovers",
                                "{'from':{'owner':'Desk South'},'to':{'owner':'Mara'},"
                                        + "'what':['STEPS'],'reason':'New region'}")
                        .json();

        assertThat(subjects(report)).containsExactly(open);
        assertThat(known(reef).at("/owner").asString()).isEqualTo("Desk South");
    }

    @Test
    void an_ended_partnership_keeps_its_seats_and_a_voided_one_is_not_asked() {
        var imported =
                headway.as(Role.ADMIN)
                        .send(
                                "POST",
                                "/api/v1/imports",
                                "text/csv",
                                BodyPublishers.ofString(
                                        "externalKey,name,partnerName,partnerType,owner,registeredAt,sunsetAt,sunsetReason\n"
                                                + "west,Reef West,Reef Ltd,TELCO,Desk West,2025-01-01,2025-06-01,merged\n"));
        assertThat(imported.json().at("/created").asInt()).isEqualTo(1);
        var voided = registered("'owner':'Desk West'");
        post(voided + "/voiding", "{'reason':'Registered twice'}");

        for (var query : List.of("?dryRun=true", "")) {
            var report = handOver("{'owner':'Desk West'}", "{'owner':'Mara'}", query).json();
            assertThat(report.at("/rejected").asInt()).as(query).isEqualTo(1);
            assertThat(report.at("/rows").size()).isEqualTo(1);
            assertThat(report.at("/rows/0/error").asString()).contains("SUNSET");
        }
    }

    @Test
    void the_reason_is_in_the_record_and_the_same_key_hands_over_once() {
        var reef = registered("'owner':'Desk Upper'");
        var body =
                "{'from':{'owner':'Desk Upper'},'to':{'ownerId':'%s'},'reason':'New region'}"
                        .formatted(me())
                        .replace('\'', '"');

        var first = manager.post("/api/v1/handovers", body, "Idempotency-Key", "upper");
        var again = manager.post("/api/v1/handovers", body, "Idempotency-Key", "upper");

        assertThat(first.json().at("/handed").asInt()).isEqualTo(1);
        assertThat(again.text()).isEqualTo(first.text());
        var last =
                manager.get(reef + "/history", "Headway-Position", head())
                        .json()
                        .at("/items")
                        .valueStream()
                        .reduce((_, later) -> later)
                        .orElseThrow();
        assertThat(last.at("/type").asString()).isEqualTo("SeatFilled");
        assertThat(last.at("/holderId").asString()).isEqualTo(me());
        assertThat(last.at("/reason").asString()).isEqualTo("New region");
    }

    @Test
    void what_makes_no_sense_is_refused_where_it_is() {
        assertThat(refused("{'owner':'A'}", "{'owner':' a'}")).isEqualTo("/to");
        assertThat(refused("{'ownerId':'nobody'}", "{'owner':'A'}")).isEqualTo("/from/ownerId");
        assertThat(refused("{'owner':'A'}", "{'ownerId':'nobody'}")).isEqualTo("/to/ownerId");
        assertThat(refused("{}", "{'owner':'A'}")).isEqualTo("/from/owner");
        assertThat(
                        post("/api/v1/people/nobody/handover", "{'to':{'owner':'A'},'reason':'x'}")
                                .status())
                .isEqualTo(404);
    }

    private static Caller.Answered handOver(String from, String to, String query) {
        return post(
                "/api/v1/handovers" + query,
                "{'from':" + from + ",'to':" + to + ",'reason':'New region'}");
    }

    private static String refused(String from, String to) {
        var answer = handOver(from, to, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/errors/0/pointer").asString();
    }

    private static Caller.Answered post(String path, String body) {
        return manager.post(path, body.replace('\'', '"'));
    }

    private static String registered(String owner) {
        var body = "{'name':'Reef','partner':{'name':'Reef Ltd','type':'TELCO'}," + owner + "}";
        return "/api/v1/partnerships/"
                + post("/api/v1/partnerships", body).json().at("/id").asString();
    }

    private static String planned(String partnership, String owner) {
        var body = "{'title':'Train','side':'OURS','dueOn':'2099-01-01','owner':'" + owner + "'}";
        return post(partnership + "/steps", body).json().at("/stepId").asString();
    }

    private static JsonNode known(String path) {
        return manager.get(path, "Headway-Position", head()).json();
    }

    private static String head() {
        return manager.get("/api/v1/projections").json().at("/head").asString();
    }

    private static String me() {
        return manager.get("/api/v1/me").json().at("/id").asString();
    }

    private static List<String> subjects(JsonNode report) {
        return texts(report, "/subject");
    }

    private static List<String> texts(JsonNode report, String pointer) {
        return report.at("/rows").valueStream().map(row -> row.at(pointer).asString()).toList();
    }
}
