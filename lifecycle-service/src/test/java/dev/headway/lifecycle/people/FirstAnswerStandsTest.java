package dev.headway.lifecycle.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A request that is repeated under its idempotency key gets its first answer, whatever has become
 * since of whom or what it names.
 */
class FirstAnswerStandsTest {

    private static final String PARTNERSHIPS = "/api/v1/partnerships";

    private static RunningHeadway headway;

    private static Caller manager;

    private record Sent(String path, String body, String key) {}

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
    void it_stands_when_the_person_who_is_named_gets_in_no_more() {
        var ada = invited("ada@northwind.example");
        var reef = registered("Desk");
        var filled = eventOf(reef, "SeatFilled");
        var all =
                List.of(
                        new Sent(
                                PARTNERSHIPS,
                                "{'name':'Bay','partner':{'name':'Bay Ltd','type':'TELCO'},'ownerId':'"
                                        + ada
                                        + "'}",
                                "register"),
                        new Sent(
                                reef + "/steps",
                                "{'title':'Train','side':'OURS','dueOn':'2099-01-01','ownerId':'"
                                        + ada
                                        + "'}",
                                "plan"),
                        new Sent(
                                reef + "/history/" + filled + "/correction",
                                "{'holderId':'" + ada + "','reason':'It was hers'}",
                                "correct"),
                        new Sent(
                                "/api/v1/handovers",
                                "{'from':{'owner':'Nobody'},'to':{'ownerId':'"
                                        + ada
                                        + "'},'reason':'They leave'}",
                                "handover"));
        var first = all.stream().map(this::sent).toList();
        assertThat(first).extracting(Answered::status).containsExactly(201, 201, 200, 200);

        var disabled = headway.as(Role.ADMIN).post("/api/v1/people/" + ada + "/disabling", "{}");

        assertThat(disabled.status()).isEqualTo(200);
        assertThat(all.stream().map(this::sent).map(Answered::text))
                .containsExactlyElementsOf(first.stream().map(Answered::text).toList());
        assertThat(all.stream().map(this::sent).map(Answered::status))
                .containsExactly(201, 201, 200, 200);
    }

    @Test
    void it_stands_when_the_twin_that_stayed_is_voided_as_well() {
        var stays = registered("Desk");
        var goes = registered("Desk");
        var twin = "{'reason':'Twice','twinOf':'" + id(stays) + "'}";
        var first = sent(new Sent(goes + "/voiding", twin, "void"));
        assertThat(first.status()).isEqualTo(200);
        var third = "{'reason':'Thrice','twinOf':'" + id(registered("Desk")) + "'}";
        assertThat(sent(new Sent(stays + "/voiding", third, "void-too")).status()).isEqualTo(200);

        var again = sent(new Sent(goes + "/voiding", twin, "void"));

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void another_body_is_still_refused() {
        var ada = invited("ines@northwind.example");
        var reef = registered("Desk");
        var body = "{'title':'Train','side':'OURS','dueOn':'2099-01-01','ownerId':'" + ada + "'}";
        sent(new Sent(reef + "/steps", body, "other"));

        var other = sent(new Sent(reef + "/steps", body.replace("Train", "Drill"), "other"));

        assertThat(other.status()).isEqualTo(422);
    }

    /** A first answer is all there is: what it did is not done once more. */
    @Test
    void a_repeated_disabling_takes_no_later_link_away() {
        var admin = headway.as(Role.ADMIN);
        var noor = "/api/v1/people/" + invited("noor@northwind.example");
        admin.post(noor + "/disabling", "{}", "Idempotency-Key", "out");
        admin.post(noor + "/enabling", "");
        admin.post(noor + "/reset", "");

        admin.post(noor + "/disabling", "{}", "Idempotency-Key", "out");

        assertThat(
                        headway.bean(JdbcClient.class)
                                .sql("select count(*) from account_link where person_id = :person")
                                .param("person", id(noor))
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    private Answered sent(Sent each) {
        return manager.post(
                each.path(), each.body().replace('\'', '"'), "Idempotency-Key", each.key());
    }

    private static String invited(String email) {
        var body = "{\"name\": \"Ada\", \"email\": \"%s\", \"roles\": [\"MANAGER\"]}";
        return headway.as(Role.ADMIN)
                .post("/api/v1/people", body.formatted(email))
                .json()
                .at("/id")
                .asString();
    }

    private String registered(String owner) {
        var body =
                "{'name':'Reef','partner':{'name':'Reef Ltd','type':'TELCO'},'owner':'%s'}"
                        .formatted(owner);
        var answer = manager.post(PARTNERSHIPS, body.replace('\'', '"'));
        return PARTNERSHIPS + "/" + answer.json().at("/id").asString();
    }

    private String eventOf(String partnership, String type) {
        var head = manager.get("/api/v1/projections").json().at("/head").asString();
        return manager.get(partnership + "/history", "Headway-Position", head)
                .json()
                .at("/items")
                .valueStream()
                .filter(entry -> entry.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .at("/eventId")
                .asString();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
