package dev.headway.lifecycle.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.identity.ExternalIssuer;
import dev.headway.testing.Caller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Owners are people of the directory, or texts; nobody is taken for somebody else. */
class OwnersOverHttpTest {

    private static ExternalIssuer issuer;

    private static RunningHeadway headway;

    private static Caller mia;
    private static Caller otherMia;

    @BeforeAll
    static void start() {
        issuer = ExternalIssuer.start();
        headway =
                RunningHeadway.start(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri());
        mia = caller("00u-mia", "Mia Holm");
        otherMia = caller("00u-other", "Mia Holm");
    }

    @AfterAll
    static void stop() {
        headway.close();
        issuer.close();
    }

    @Test
    void what_a_person_owns_is_told_by_name_and_id_and_is_theirs() {
        var me = me(mia);
        var reef = registered("'ownerId':'" + me + "'");
        var step = planned(reef, "'ownerId':'" + me + "'");
        put(reef + "/seats/SUPPORT", "{'holderId':'" + me + "','side':'OURS'}", 200);
        put(reef + "/funding", "{'ownerId':'" + me + "','summary':'Half a team'}", 200);

        var known = get(mia, reef);
        assertThat(known.at("/owner").asString()).isEqualTo("Mia Holm");
        assertThat(known.at("/ownerId").asString()).isEqualTo(me);
        assertThat(known.at("/seats/SUPPORT/holderId").asString()).isEqualTo(me);
        assertThat(known.at("/funding/ownerId").asString()).isEqualTo(me);
        assertThat(known.at("/steps/0/ownerId").asString()).isEqualTo(me);
        assertThat(ids(get(mia, "/api/v1/partnerships?owner=me"), "id")).contains(id(reef));
        assertThat(ids(get(otherMia, "/api/v1/partnerships?owner=me"), "id"))
                .doesNotContain(id(reef));
        assertThat(ids(get(otherMia, "/api/v1/partnerships?ownerId=" + me), "id"))
                .contains(id(reef));
        assertThat(ids(get(mia, "/api/v1/next-steps?owner=me"), "stepId")).contains(step);
        assertThat(ids(get(otherMia, "/api/v1/next-steps?owner=me"), "stepId"))
                .doesNotContain(step);
        assertThat(get(mia, reef + "/next-steps").at("/next/0/ownerId").asString()).isEqualTo(me);
        assertThat(ids(get(mia, reef + "/history"), "holderId")).contains(me);
    }

    @Test
    void a_text_is_one_owner_however_it_is_spelt_and_never_a_person() {
        var text = registered("'owner':'Mia  HÓLM '");
        var person = registered("'ownerId':'" + me(mia) + "'");

        var found = ids(get(mia, "/api/v1/partnerships?owner=mia%20holm"), "id");

        assertThat(found).contains(id(text)).doesNotContain(id(person));
        assertThat(ids(get(mia, "/api/v1/partnerships?ownerId=" + me(mia)), "id"))
                .contains(id(person))
                .doesNotContain(id(text));
        assertThat(ids(get(mia, "/api/v1/partnerships?owner="), "id"))
                .doesNotContain(id(text), id(person));
    }

    @Test
    void a_step_that_is_given_to_somebody_else_moves_no_clock() {
        var reef = registered("'owner':'Desk'");
        var step = planned(reef, "'owner':'Desk'");
        var before = get(mia, reef).at("/lastMotion");

        put(reef + "/steps/" + step + "/owner", "{'ownerId':'" + me(otherMia) + "'}", 200);

        assertThat(get(mia, reef).at("/lastMotion")).isEqualTo(before);
        assertThat(ids(get(otherMia, "/api/v1/next-steps?owner=me"), "stepId")).contains(step);
        assertThat(ids(get(mia, "/api/v1/next-steps?owner=desk"), "stepId")).doesNotContain(step);
    }

    @Test
    void texts_that_own_something_are_offered_once() {
        var reef = registered("'owner':'Own Priya N.'");
        planned(reef, "'owner':' own PRIYA  n. '");
        planned(reef, "'ownerId':'" + me(mia) + "'");

        assertThat(owners("priya")).containsExactly("own PRIYA  n.");
        assertThat(owners("holm")).isEmpty();

        put(reef + "/seats/RELATIONSHIP", "{'holder':'Somebody','side':'OURS'}", 200);
        assertThat(owners("n. priya")).hasSize(1);
        mia.send(
                "DELETE",
                reef + "/seats/RELATIONSHIP",
                null,
                java.net.http.HttpRequest.BodyPublishers.noBody());
        assertThat(owners("somebody")).as("owns nothing any more").isEmpty();
    }

    @Test
    void exactly_one_of_the_two_says_who_and_it_is_somebody() {
        var reef = registered("'owner':'Desk'");
        var seat = reef + "/seats/DELIVERY";

        assertThat(refused(seat, "{'side':'OURS'}")).isEqualTo("/holder");
        assertThat(refused(seat, "{'holder':'Kai','holderId':'x','side':'OURS'}"))
                .isEqualTo("/holderId");
        assertThat(refused(seat, "{'holderId':'nobody','side':'OURS'}")).isEqualTo("/holderId");
        assertThat(refused(seat, "{'holder':' ','side':'OURS'}")).isEqualTo("/holder");
    }

    @Test
    void nobody_is_called_as_lists_call_whoever_asks() {
        var reef = registered("'owner':'Desk'");
        var step = planned(reef, "'owner':'Desk'");

        for (var me : List.of("me", " ME ", "Me\u200b")) {
            var owner = "'owner':'" + me + "'";
            var body = "{'name':'R','partner':{'name':'R','type':'TELCO'}," + owner + "}";
            assertThat(post("/api/v1/partnerships", body).text())
                    .contains("say who it is by ownerId");
            assertThat(refused(post("/api/v1/partnerships", body))).isEqualTo("/owner");
            var planned = "{'title':'T','side':'OURS','dueOn':'2099-01-01'," + owner + "}";
            assertThat(refused(post(reef + "/steps", planned))).isEqualTo("/owner");
            var seat = "{'holder':'" + me + "','side':'OURS'}";
            assertThat(refused(reef + "/seats/SUPPORT", seat)).isEqualTo("/holder");
            assertThat(refused(reef + "/funding", "{" + owner + ",'summary':'x'}"))
                    .isEqualTo("/owner");
            assertThat(refused(reef + "/steps/" + step + "/owner", "{" + owner + "}"))
                    .isEqualTo("/owner");
            var to = "{'from':{'owner':'Desk'},'to':{" + owner + "},'reason':'x'}";
            assertThat(refused(post("/api/v1/handovers", to))).isEqualTo("/to/owner");
        }
    }

    @Test
    void whoever_is_disabled_is_given_nothing_and_keeps_what_is_corrected_otherwise() {
        var leaver = caller("00u-leaver", "Lea Verr");
        var id = me(leaver);
        var reef = registered("'ownerId':'" + id + "'");
        var admin = headway.with(issuer.token("00u-admin", Map.of("name", "A", "roles", "admin")));
        assertThat(admin.post("/api/v1/people/" + id + "/disabling", "{}").status()).isEqualTo(200);

        assertThat(refused(reef + "/seats/DELIVERY", "{'holderId':'" + id + "','side':'OURS'}"))
                .isEqualTo("/holderId");
        var filled = eventOf(reef, "SeatFilled");
        var correction = reef + "/history/" + filled + "/correction";
        assertThat(post(correction, "{'side':'PARTNER','reason':'Theirs'}").status())
                .isEqualTo(200);
        assertThat(get(mia, reef).at("/seats/RELATIONSHIP/holderId").asString()).isEqualTo(id);
    }

    @Test
    void a_person_who_should_have_been_a_text_is_corrected_to_it_and_back() {
        var reef = registered("'ownerId':'" + me(mia) + "'");
        var path = reef + "/history/" + eventOf(reef, "SeatFilled") + "/correction";

        assertThat(post(path, "{'holder':'The desk','reason':'Not me'}").status()).isEqualTo(200);
        var known = get(mia, reef);
        assertThat(known.at("/owner").asString()).isEqualTo("The desk");
        assertThat(known.has("ownerId")).isFalse();
    }

    @Test
    void alerts_have_owners_too() {
        assertThat(get(mia, "/api/v1/alerts?owner=me").at("/items").size()).isZero();
        assertThat(mia.get("/api/v1/alerts?owner=me&ownerId=x").status()).isEqualTo(400);
        assertThat(get(mia, "/api/v1/alerts/counts?concerns=me").at("/total").asInt()).isZero();
        assertThat(mia.get("/api/v1/alerts?concerns=me&concernsId=x").status()).isEqualTo(400);
        assertThat(mia.get("/api/v1/alerts/counts?sort=dueAt").status()).isEqualTo(400);
    }

    private static Caller caller(String subject, String name) {
        return headway.with(issuer.token(subject, Map.of("name", name, "roles", "manager")));
    }

    private static String me(Caller caller) {
        return caller.get("/api/v1/me").json().at("/id").asString();
    }

    private static String registered(String owner) {
        var body = "{'name':'Reef','partner':{'name':'Reef Ltd','type':'TELCO'}," + owner + "}";
        return "/api/v1/partnerships/"
                + post("/api/v1/partnerships", body).json().at("/id").asString();
    }

    private static String planned(String partnership, String owner) {
        var body = "{'title':'Train','side':'OURS','dueOn':'2099-01-01'," + owner + "}";
        return post(partnership + "/steps", body).json().at("/stepId").asString();
    }

    private static Caller.Answered post(String path, String body) {
        return mia.post(path, body.replace('\'', '"'));
    }

    private static void put(String path, String body, int status) {
        var answer = mia.put(path, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    private static String refused(String path, String body) {
        return refused(mia.put(path, body.replace('\'', '"')));
    }

    private static String refused(Caller.Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/errors/0/pointer").asString();
    }

    /** As of everything written before. */
    private static JsonNode get(Caller caller, String path) {
        var head = mia.get("/api/v1/projections").json().at("/head").asString();
        var answer = caller.get(path, "Headway-Position", head);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> owners(String words) {
        return get(mia, "/api/v1/people?q=" + words.replace(" ", "%20"))
                .at("/owners")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String eventOf(String partnership, String type) {
        return get(mia, partnership + "/history")
                .at("/items")
                .valueStream()
                .filter(entry -> entry.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .at("/eventId")
                .asString();
    }

    private static List<String> ids(JsonNode page, String field) {
        return page.at("/items")
                .valueStream()
                .map(each -> each.at("/" + field).asString())
                .toList();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
