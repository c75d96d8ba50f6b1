package dev.headway.lifecycle.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * One partner, many motions: found by its name, told apart, renamed, merged and taken out again.
 */
class PartnersOverHttpTest {

    private static final String PARTNERS = "/api/v1/partners";
    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;
    private static Caller viewer;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
        viewer = headway.as(Role.VIEWER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void its_page_has_every_motion_the_quietest_and_what_is_owed_both_ways() {
        var resale = PartnershipOverHttp.registered(manager, clock, "Tern").launched();
        var listing = with("Tern listing", "TERN  ltd");
        clock.advance(Duration.ofDays(20));
        assertThat(resale.step("Call their desk", "PARTNER", Duration.ofDays(3)).status())
                .isEqualTo(201);
        manager.post(
                listing + "/obligations",
                "{\"what\":\"A support line\",\"owedTo\":\"Tern\",\"dueOn\":\"2026-03-10\"}");
        manager.put(
                listing + "/classification",
                """
                {"classification":"STRATEGIC",
                 "bends":[{"bend":"ROADMAP","what":"Their format","dueOn":"2027-01-01"}]}
                """);

        var id = partnerOf(resale.path());
        assertThat(partnerOf(listing)).isEqualTo(id);
        var page = viewer.get(PARTNERS + "/" + id).json();

        assertThat(page.at("/partnerships").asInt()).isEqualTo(2);
        assertThat(names(page.at("/motions"))).containsExactlyInAnyOrder("Tern", "Tern listing");
        assertThat(page.at("/quietest/name").asString()).isEqualTo("Tern");
        assertThat(page.at("/quietest/quietDays").asInt()).isEqualTo(20);
        assertThat(whats(page.at("/owed/theirs"))).contains("STEP Call their desk");
        assertThat(whats(page.at("/owed/ours")))
                .contains("OBLIGATION A support line", "BEND Their format");
        assertThat(page.at("/owed/ours/0/overdue").asBoolean()).isTrue();
        assertThat(names(viewer.get(PARTNERSHIPS + "?partnerId=" + id).json().at("/items")))
                .containsExactly("Tern", "Tern listing");
        assertThat(viewer.get(PARTNERSHIPS + "/counts?partnerId=" + id).json().at("/total").asInt())
                .isEqualTo(2);
        assertThat(viewer.get(PARTNERSHIPS + "?asOf=2026-03-01&partnerId=" + id).status())
                .isEqualTo(400);
        assertThat(viewer.get(PARTNERS + "?q=tern", "Accept", "text/csv").text())
                .startsWith("id,name,type,website,partnerships,")
                .contains(id);
    }

    @Test
    void another_name_is_carried_into_every_partnership_and_the_past_keeps_its_own() {
        var one = with("Osprey one", "Osprey Ltd");
        var two = with("Osprey two", "Osprey Ltd");
        var id = partnerOf(one);
        var before = clock.instant();
        clock.advance(Duration.ofHours(1));

        var renamed =
                manager.patch(
                        PARTNERS + "/" + id,
                        "{\"name\":\"Osprey Group\",\"reason\":\"They are called so\"}");

        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        assertThat(renamed.json().at("/renamed").asInt()).isEqualTo(2);
        assertThat(renamed.header("ETag")).isEqualTo("\"2\"");
        for (var each : List.of(one, two)) {
            var known = at(renamed, each).json();
            assertThat(known.at("/partner/name").asString()).isEqualTo("Osprey Group");
            assertThat(known.at("/partnerId").asString()).isEqualTo(id);
        }
        var told = at(renamed, one + "/history").json().at("/items");
        var last = told.get(told.size() - 1);
        assertThat(last.at("/type").asString()).isEqualTo("PartnerDescribed");
        assertThat(last.at("/reason").asString()).isEqualTo("They are called so");
        assertThat(at(renamed, one + "?asOf=" + before).json().at("/partner/name").asString())
                .isEqualTo("Osprey Ltd");
        var history = at(renamed, PARTNERS + "/" + id + "/history").json().at("/items");
        assertThat(types(history)).containsExactly("PartnerNamed", "PartnerRenamed");
        assertThat(history.at("/1/from").asString()).contains("Osprey Ltd");
        assertThat(history.at("/1/to").asString()).contains("Osprey Group");

        var again = manager.patch(PARTNERS + "/" + id, "{\"name\":\"Osprey Group\"}");
        assertThat(again.json().at("/unchanged").asInt()).isEqualTo(2);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(partnerOf(with("Osprey three", "osprey group"))).isEqualTo(id);
        assertThat(partnerOf(with("Osprey four", "Osprey Ltd"))).isEqualTo(id);
    }

    @Test
    void two_companies_of_one_name_are_told_apart_and_are_no_twins() {
        var airline = with("Delta miles", "Delta");
        var added = manager.post(PARTNERS, "{\"name\":\"Delta\",\"type\":\"TECHNOLOGY\"}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().at("/namesakes/0/id").asString()).isEqualTo(partnerOf(airline));
        var other = added.json().at("/id").asString();
        var taps = with("Delta taps", "Delta");

        var assigned =
                manager.put(
                        taps + "/partner",
                        "{\"partnerId\":\"%s\",\"reason\":\"The taps\"}".formatted(other));

        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        assertThat(manager.put(taps + "/partner", "{\"partnerId\":\"%s\"}".formatted(other)))
                .extracting(each -> each.header("ETag"))
                .isEqualTo(assigned.header("ETag"));
        assertThat(partnerOf(taps)).isEqualTo(other);
        headway.awaitProjections();
        assertThat(registered("Delta taps", "Delta").json().has("possibleTwins")).isFalse();
        assertThat(names(registered("Delta miles", "DELTA").json().at("/possibleTwins")))
                .containsExactly("Delta miles");
        var told = at(assigned, taps + "/history").json().at("/items");
        var last = told.get(told.size() - 1);
        assertThat(last.at("/type").asString()).isEqualTo("PartnerAssigned");
        assertThat(last.at("/from").asString()).isEqualTo("by name");
        assertThat(last.at("/to").asString()).isEqualTo(other);

        manager.send("DELETE", taps + "/partner", null, BodyPublishers.noBody());
        assertThat(partnerOf(taps)).isEqualTo(partnerOf(airline));
    }

    @Test
    void who_is_merged_says_where_it_went_and_comes_back() {
        var stays = partnerOf(with("Heron one", "Heron Holding"));
        var ofOther = with("Heron two", "Heron UK");
        var goes = partnerOf(ofOther);

        var merged = merge(goes, stays);

        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        assertThat(merge(goes, stays).header("ETag")).isEqualTo(merged.header("ETag"));
        assertThat(at(merged, ofOther).json().at("/partnerId").asString()).isEqualTo(stays);
        var page = at(merged, PARTNERS + "/" + stays).json();
        assertThat(names(page.at("/motions"))).contains("Heron one", "Heron two");
        assertThat(names(page.at("/merged"))).containsExactly("Heron UK");
        var gone = at(merged, PARTNERS + "/" + goes).json();
        assertThat(gone.at("/mergedInto/name").asString()).isEqualTo("Heron Holding");
        assertThat(gone.at("/motions").size()).isZero();
        assertThat(types(at(merged, PARTNERS + "/" + stays + "/history").json().at("/items")))
                .containsExactly("PartnerMerged");

        assertThat(merge(stays, goes).status()).as("into what went into it").isEqualTo(400);
        assertThat(merge(stays, stays).status()).isEqualTo(400);
        assertThat(merge(goes, partnerOf(with("Egret", "Egret"))).status()).isEqualTo(409);
        assertThat(manager.patch(PARTNERS + "/" + goes, "{\"name\":\"X\"}").status())
                .isEqualTo(409);
        assertThat(
                        manager.put(ofOther + "/partner", "{\"partnerId\":\"%s\"}".formatted(goes))
                                .status())
                .isEqualTo(400);

        var out =
                manager.send(
                        "DELETE",
                        PARTNERS + "/" + goes + "/merging",
                        null,
                        BodyPublishers.noBody());
        assertThat(out.status()).isEqualTo(200);
        assertThat(at(out, ofOther).json().at("/partnerId").asString()).isEqualTo(goes);
    }

    @Test
    void who_decided_on_an_older_version_is_told_so_and_the_audit_names_the_partner() {
        var id = partnerOf(with("Stork", "Stork"));
        manager.patch(PARTNERS + "/" + id, "{\"name\":\"Stork Group\"}");

        var stale = manager.patch(PARTNERS + "/" + id, "{\"name\":\"S\"}", "If-Match", "\"0\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/changed/type").asString()).isEqualTo("PartnerRenamed");
        headway.awaitProjections();
        var entry =
                headway.as(Role.AUDITOR)
                        .get("/api/v1/audit/entries?kind=PartnerRenamed&order=desc")
                        .json()
                        .at("/items/0");
        assertThat(entry.at("/about/kind").asString()).isEqualTo("PARTNER");
        assertThat(entry.at("/about/name").asString()).isEqualTo("Stork Group");
    }

    private String with(String name, String partner) {
        return registered(name, partner).header("Location");
    }

    private Caller.Answered registered(String name, String partner) {
        var answer =
                manager.post(
                        PARTNERSHIPS,
                        "{\"name\":\"%s\",\"partner\":{\"name\":\"%s\",\"type\":\"RESELLER\"}}"
                                .formatted(name, partner));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Caller.Answered merge(String id, String into) {
        return manager.post(
                PARTNERS + "/" + id + "/merging",
                "{\"into\":\"%s\",\"reason\":\"One company\"}".formatted(into));
    }

    private String partnerOf(String partnership) {
        headway.awaitProjections();
        return viewer.get(partnership).json().at("/partnerId").asString();
    }

    private Caller.Answered at(Caller.Answered written, String path) {
        return viewer.get(path, "Headway-Position", Long.toString(written.position()));
    }

    private static List<String> names(JsonNode items) {
        return items.valueStream().map(each -> each.at("/name").asString()).toList();
    }

    private static List<String> types(JsonNode items) {
        return items.valueStream().map(each -> each.at("/type").asString()).toList();
    }

    private static List<String> whats(JsonNode items) {
        return items.valueStream()
                .map(each -> each.at("/kind").asString() + " " + each.at("/what").asString())
                .toList();
    }
}
