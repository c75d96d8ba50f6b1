package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.http.DocumentedBodies.Place;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds at every door: the contract says which there are. */
class EveryDoorTest {

    private static RunningHeadway headway;
    private static final OpenApiContract contract = OpenApiContract.ofHeadway();
    private static PartnershipOverHttp reef;
    private static DocumentedBodies bodies;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        reef = PartnershipOverHttp.registered(headway.as(Role.MANAGER), Clock.systemUTC(), "Reef");
        bodies = new DocumentedBodies(contract, reef.path().replaceAll(".*/", ""), touchpoint());
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_text_has_something_to_see() {
        var places = bodies.placesOf("Line", "Prose");

        assertThat(places).hasSizeGreaterThan(40);
        assertThat(
                        Stream.of("\u2800", "\u00a0\u2007", "\u200b\ufeff", "\u3164 \u00ad")
                                .flatMap(blank -> taken(places, blank)))
                .isEmpty();
    }

    @Test
    void nothing_lies_before_1900() {
        var places = bodies.placesOf("DayOrInstant");

        assertThat(places).hasSizeGreaterThan(20);
        assertThat(
                        Stream.of("1899-12-31", "1899-12-31T23:59:59Z", "0001-01-01")
                                .flatMap(day -> taken(places, day)))
                .isEmpty();
    }

    @Test
    void no_question_is_about_a_time_before_1900() {
        for (var question :
                List.of(
                        "/api/v1/audit/entries?from=",
                        "/api/v1/audit/entries?to=",
                        "/api/v1/partnerships?ghostAfter=",
                        "/api/v1/partnerships?ghostBefore=",
                        "/api/v1/partnerships?asOf=",
                        "/api/v1/audit/export?format=jsonl&from=",
                        reef.path() + "?asOf=")) {
            for (var day : List.of("1899-12-31", "1899-12-31T23:59:59Z", "0001-01-01")) {
                var answer = headway.as(Role.AUDITOR).get(question + day);
                assertThat(answer.status()).as(question + day).isEqualTo(400);
                assertThat(answer.text()).contains("not before 1900");
            }
        }
    }

    @Test
    void head_is_answered_wherever_get_is() {
        var others = new ArrayList<String>();
        for (var each : contract.operations()) {
            if (each.method().equals("GET") && !each.isEndless()) {
                var path = bodies.path(each);
                var caller = headway.as(DocumentedBodies.caller(each));
                var get = caller.get(path);
                var head = caller.send("HEAD", path, null, BodyPublishers.noBody());
                if (head.status() != get.status()
                        || !head.text().isEmpty()
                        || !head.header("Content-Type").equals(get.header("Content-Type"))) {
                    others.add("%s: %d, not %d".formatted(path, head.status(), get.status()));
                }
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void behind_every_door_an_unknown_path_is_not_found_in_our_own_words() {
        var found = new ArrayList<String>();
        for (var each : contract.operations()) {
            for (var method : List.of("GET", "HEAD", each.method())) {
                var path = bodies.path(each) + "/moonwalk/of/mine";
                var reads = List.of("GET", "HEAD").contains(method);
                var caller = reads ? DocumentedBodies.caller(each) : Role.MANAGER;
                var answer = headway.as(caller).send(method, path, null, BodyPublishers.noBody());
                var words = method.equals("HEAD") || answer.text().contains("\"detail\"");
                if (answer.status() != 404 || answer.text().contains("static") || !words) {
                    found.add(
                            "%s %s: %d %s".formatted(method, path, answer.status(), answer.text()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static String touchpoint() {
        var position = Long.toString(reef.touchpoint().position());
        return reef.get("/history?limit=200", "Headway-Position", position)
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/type").asString().equals("TouchpointRecorded"))
                .findFirst()
                .orElseThrow()
                .at("/eventId")
                .asString();
    }

    /** Where such a value is not refused with the place named. */
    private static Stream<String> taken(List<Place> places, String value) {
        return places.stream()
                .map(place -> told(place, value, send(place, value)))
                .filter(told -> !told.isEmpty());
    }

    private static Answered send(Place place, String value) {
        var operation = place.operation();
        return headway.as(DocumentedBodies.caller(operation))
                .send(
                        operation.method(),
                        bodies.path(operation),
                        "application/json",
                        BodyPublishers.ofString(place.with(value)),
                        "If-Match",
                        "\"1\"");
    }

    private static String told(Place place, String value, Answered answer) {
        var named =
                answer.status() == 400
                        && answer.json()
                                .at("/errors")
                                .valueStream()
                                .anyMatch(
                                        each ->
                                                each.at("/pointer")
                                                        .asString()
                                                        .equals(place.pointer()));
        return named
                ? ""
                : "%s %s with %s: %d %s"
                        .formatted(
                                place.operation(),
                                place.pointer(),
                                value.codePoints().mapToObj(Integer::toHexString).toList(),
                                answer.status(),
                                answer.text());
    }
}
