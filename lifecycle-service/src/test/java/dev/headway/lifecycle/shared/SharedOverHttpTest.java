package dev.headway.lifecycle.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.identity.PeopleOfPartners;
import dev.headway.lifecycle.identity.PeopleOfPartners.Person;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody of a partner's reads, writes and confirms, and what stays closed to them. */
class SharedOverHttpTest {

    private static final String PEOPLE = "/api/v1/people";
    private static final RunningHeadway headway = RunningHeadway.start();
    private static final PeopleOfPartners people = new PeopleOfPartners(headway);

    private final Caller manager = headway.as(Role.MANAGER);
    private final Caller admin = headway.as(Role.ADMIN);

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void the_joint_record_has_what_both_said_and_nothing_else() {
        var tern = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Tern").launched();
        manager.put(
                tern.path() + "/objectives/chains",
                """
                {"title": "Win the chains", "keyResults": [{"id": "stores", "name": "Stores",
                 "unit": "stores", "baseline": 12, "target": 80, "dueOn": "2031-01-31"}]}
                """);
        var ines = people.ofPartnershipsPartner(tern.path(), "Ines Duarte");

        var shared = shared(ines, tern.id());

        assertThat(fields(shared))
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "partner",
                        "stage",
                        "stageSince",
                        "timing",
                        "pilotScope",
                        "pilotVerdict",
                        "rhythm",
                        "seams",
                        "exitTerms",
                        "steps",
                        "objectives",
                        "jointWins");
        assertThat(fields(shared.at("/timing"))).containsExactly("focus", "ready", "readAt");
        assertThat(shared.at("/timing/focus").asString()).isEqualTo("reach");
        assertThat(shared.at("/steps").valueStream().map(each -> each.at("/side").asString()))
                .containsOnlyOnce("PARTNER")
                .contains("OURS");
        assertThat(fields(shared.at("/jointWins/0")))
                .containsExactly("customer", "summary", "evidence", "at");
        assertThat(shared.at("/objectives/0/title").asString()).isEqualTo("Win the chains");
        var me = ines.caller().get("/api/v1/me").json();
        assertThat(me.at("/roles/0").asString()).isEqualTo("PARTNER");
        assertThat(me.at("/partnerId").asString()).isEqualTo(people.partnerOf(tern.path()));
    }

    @Test
    void they_do_their_sides_steps_and_none_of_ours() {
        var gull = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Gull").inPilot();
        var theirs = stepId(gull.step("Train their desk", "PARTNER", Duration.ofDays(9)));
        var ours = stepId(gull.step("Train our desk", "OURS", Duration.ofDays(9)));
        var ines = people.ofPartnershipsPartner(gull.path(), "Ada Gull");

        var later =
                ines.caller()
                        .post(
                                gull.path() + "/steps/" + theirs + "/rescheduling",
                                "{\"dueOn\": \"2031-05-04\", \"reason\": \"Summer\"}");
        var done =
                ines.caller()
                        .post(
                                gull.path() + "/steps/" + theirs + "/completion",
                                "{\"outcome\": \"All of them\"}");

        assertThat(later.status()).as(later.text()).isEqualTo(200);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.header("ETag")).isEmpty();
        assertThat(fields(done.json())).containsExactlyInAnyOrder("id", "stage");
        var steps = shared(ines, gull.id(), done).at("/steps");
        assertThat(steps.valueStream().map(each -> each.at("/status").asString()))
                .containsExactlyInAnyOrder("DONE", "OPEN");
        var told = gull.get("/history?limit=200").json().at("/items");
        var last = told.get(told.size() - 1);
        assertThat(last.at("/type").asString()).isEqualTo("StepCompleted");
        assertThat(last.at("/person/id").asString()).isEqualTo(ines.id());

        var refused = ines.caller().post(gull.path() + "/steps/" + ours + "/completion", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(ines.caller().post(gull.path() + "/steps/" + ours + "/drop", "{}").status())
                .as("not for them, as if it were not there")
                .isEqualTo(404);
        var expected =
                ines.caller()
                        .post(
                                gull.path() + "/steps/" + theirs + "/completion",
                                "{}",
                                "If-Match",
                                "\"3\"");
        assertThat(expected.status()).isEqualTo(412);
        assertThat(expected.json().has("changed")).isFalse();
        assertThat(expected.header("ETag")).isEmpty();
    }

    @Test
    void their_word_is_for_the_words_that_stand_and_opens_the_gate_that_asks_for_it() {
        var skua = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Skua").inPilot();
        skua.readyForLaunch();
        var ines = people.ofPartnershipsPartner(skua.path(), "Ines Skua");
        var before = shared(ines, skua.id());
        var verdict = wording(before, "/pilotVerdict/wording");

        confirmed(ines, skua.path() + "/pilot-verdict/confirmation", verdict);
        var known = confirmed(ines, skua.path() + "/exit-terms/confirmation", "{}");
        var after = shared(ines, skua.id(), known);
        assertThat(after.at("/pilotVerdict/confirmed/by").asString()).isEqualTo("Ines Skua");
        assertThat(after.at("/exitTerms/confirmed/by").asString()).isEqualTo("Ines Skua");

        manager.put(
                skua.path() + "/pilot-verdict",
                "{\"verdict\": \"PROVED\", \"evidence\": \"three accepted\"}");
        var outdated = ines.caller().put(skua.path() + "/pilot-verdict/confirmation", verdict);
        assertThat(outdated.status()).as(outdated.text()).isEqualTo(409);
        headway.awaitProjections();
        assertThat(shared(ines, skua.id()).at("/pilotVerdict").has("confirmed")).isFalse();

        var ours = skua.path() + "/pilot-verdict/confirmation";
        assertThat(manager.put(ours, "{}").json().at("/errors/0/pointer").asString())
                .isEqualTo("/by");
        assertThat(manager.put(ours, "{\"by\": \"Kai Skua\"}").status()).isEqualTo(200);
        headway.awaitProjections();
        assertThat(shared(ines, skua.id()).at("/pilotVerdict/confirmed/by").asString())
                .isEqualTo("Kai Skua");
    }

    @Test
    void they_confirm_objectives_for_their_side_alone() {
        var rail = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Rail").inPilot();
        var objective = rail.path() + "/objectives/chains";
        manager.put(
                objective,
                """
                {"title": "Win the chains", "keyResults": [{"id": "stores", "name": "Stores",
                 "unit": "stores", "baseline": 12, "target": 80, "dueOn": "2031-01-31"}]}
                """);
        var ines = people.ofPartnershipsPartner(rail.path(), "Ines Rail");
        var wording = wording(shared(ines, rail.id()), "/objectives/0/wording");

        var done = confirmed(ines, objective + "/confirmations/PARTNER", wording);
        assertThat(ines.caller().put(objective + "/confirmations/OURS", "{}").status())
                .isEqualTo(404);
        assertThat(
                        shared(ines, rail.id(), done)
                                .at("/objectives/0/confirmations/PARTNER/by")
                                .asString())
                .isEqualTo("Ines Rail");
    }

    @Test
    void what_is_not_theirs_is_as_what_never_was() {
        var tern = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Heron").inPilot();
        var other = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Stork").inPilot();
        var ines = people.ofPartnershipsPartner(tern.path(), "Ines Heron");
        var never = "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11";

        assertThat(asked(ines, other.id())).isEqualTo(asked(ines, never));
        assertThat(asked(ines, tern.id())).isNotEqualTo(asked(ines, never));

        var voided = manager.post(tern.path() + "/voiding", "{\"reason\": \"A mistake\"}");
        assertThat(voided.status()).as(voided.text()).isEqualTo(200);
        headway.awaitProjections();
        assertThat(asked(ines, tern.id())).isEqualTo(asked(ines, never));
        assertThat(ines.caller().get("/api/v1/shared").json().at("/items")).isEmpty();
        manager.delete(tern.path() + "/voiding");
        headway.awaitProjections();
        assertThat(shared(ines, tern.id()).at("/name").asString()).isEqualTo("Heron");
    }

    @Test
    void whoever_was_merged_is_bound_to_the_partner_that_stays() {
        var small = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Wren");
        var large = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Wrens");
        var ines = people.ofPartnershipsPartner(small.path(), "Ines Wren");
        var from = "/api/v1/partners/" + people.partnerOf(small.path()) + "/merging";
        var into = people.partnerOf(large.path());

        var merged =
                manager.post(from, "{\"into\": \"%s\", \"reason\": \"One now\"}".formatted(into));
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        headway.awaitProjections();
        assertThat(ids(ines)).containsExactlyInAnyOrder(small.id(), large.id());
        assertThat(manager.delete(from).status()).isEqualTo(200);
        headway.awaitProjections();
        assertThat(ids(ines)).containsExactly(small.id());
    }

    @Test
    void whoever_is_of_a_partner_has_no_other_role_and_is_out_as_others_are() {
        var coot = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Coot");
        var ines = people.ofPartnershipsPartner(coot.path(), "Ines Coot");
        var partner = people.partnerOf(coot.path());

        assertThat(
                        invited(
                                "[\"PARTNER\", \"ADMIN\"]",
                                ", \"partnerId\": \"%s\"".formatted(partner)))
                .isEqualTo(400);
        assertThat(invited("[\"PARTNER\"]", "")).isEqualTo(400);
        assertThat(invited("[\"VIEWER\"]", ", \"partnerId\": \"%s\"".formatted(partner)))
                .isEqualTo(400);
        assertThat(invited("[\"PARTNER\"]", ", \"partnerId\": \"none\"")).isEqualTo(400);
        var roles = PEOPLE + "/" + ines.id() + "/roles";
        assertThat(admin.put(roles, "{\"roles\": [\"MANAGER\"]}").status()).isEqualTo(409);
        assertThat(ines.caller().get("/api/v1/partnerships").status()).isEqualTo(403);
        assertThat(ines.caller().get("/api/v1/stream").status()).isEqualTo(403);
        assertThat(
                        ines.caller()
                                .post(
                                        "/api/v1/tokens",
                                        "{\"name\": \"x\", \"roles\": [\"VIEWER\"],"
                                                + " \"expiresOn\": \"2026-12-31\"}")
                                .status())
                .isEqualTo(403);
        assertThat(ines.caller().withoutContract().get("/actuator/prometheus").status())
                .isEqualTo(403);

        admin.post(PEOPLE + "/" + ines.id() + "/disabling", "{}");
        assertThat(ines.caller().get("/api/v1/shared").status()).isEqualTo(401);
    }

    @Test
    void whoever_an_issuer_says_is_of_a_partner_sees_nothing_until_somebody_says_of_which() {
        var ibis = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Ibis");
        var token = people.token("ibis-7", List.of("admin", "partner"));
        var ines = headway.with(token);

        assertThat(ines.get("/api/v1/shared").json().at("/items")).isEmpty();
        assertThat(ines.get("/api/v1/program").status()).isEqualTo(403);
        var id = ines.get("/api/v1/me").json().at("/id").asString();
        var bound =
                admin.put(
                        PEOPLE + "/" + id + "/partner",
                        "{\"partnerId\": \"%s\"}".formatted(people.partnerOf(ibis.path())));

        assertThat(bound.status()).as(bound.text()).isEqualTo(200);
        assertThat(ids(new Person(id, token, ines))).containsExactly(ibis.id());
    }

    private int invited(String roles, String more) {
        return admin.withoutContract()
                .post(
                        PEOPLE,
                        "{\"name\": \"Kai\", \"email\": \"kai@coot.example\", \"roles\": %s%s}"
                                .formatted(roles, more))
                .status();
    }

    /** Everything that names a partnership, without its id. */
    private static List<String> asked(Person person, String id) {
        var caller = person.caller();
        var path = "/api/v1/partnerships/" + id;
        return Stream.of(
                        caller.get("/api/v1/shared/" + id),
                        caller.get(path),
                        caller.get(path + "/history"),
                        caller.post(path + "/steps/" + id + "/completion", "{}"),
                        caller.put(path + "/exit-terms/confirmation", "{}"),
                        caller.put(path + "/pilot-verdict/confirmation", "no json at all"))
                .map(answer -> answer.status() + " " + answer.text().replace(id, "ID"))
                .toList();
    }

    private static Answered confirmed(Person person, String path, String body) {
        var answer = person.caller().put(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String wording(JsonNode shared, String at) {
        return "{\"wording\": \"%s\"}".formatted(shared.at(at).asString());
    }

    private static JsonNode shared(Person person, String id) {
        headway.awaitProjections();
        var answer = person.caller().get("/api/v1/shared/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode shared(Person person, String id, Answered written) {
        var answer =
                person.caller()
                        .get(
                                "/api/v1/shared/" + id,
                                "Headway-Position",
                                Long.toString(written.position()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(Person person) {
        return person.caller()
                .get("/api/v1/shared")
                .json()
                .at("/items")
                .valueStream()
                .map(each -> each.at("/id").asString())
                .toList();
    }

    private static List<String> fields(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static String stepId(Answered planned) {
        return planned.json().at("/stepId").asString();
    }
}
