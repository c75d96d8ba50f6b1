package dev.headway.lifecycle.http;

import static dev.headway.lifecycle.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every call that writes: who may, and what happens to a body that is not right. */
class EveryWriteTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DrivenClock clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
    private static final RunningHeadway headway = RunningHeadway.startAt(clock);
    private static final String partnership =
            PartnershipOverHttp.registered(headway.as(Role.MANAGER), clock, "Northwind").path();

    @AfterAll
    static void stop() {
        headway.close();
    }

    /** A body with one thing wrong, and the place that the answer must name. */
    record Mistake(WriteCall call, String what, String body, String pointer) {

        @Override
        public String toString() {
            return call + " " + what + " at " + pointer;
        }
    }

    static Stream<WriteCall> calls() {
        return Stream.concat(WriteCall.ALL.stream(), WriteCall.ABOUT_NOTHING.stream());
    }

    static Stream<Mistake> mistakes() {
        return calls().filter(call -> !call.body().isEmpty()).flatMap(EveryWriteTest::mistakes);
    }

    @Test
    void every_call_is_done_and_tells_version_and_position() {
        for (var call : WriteCall.ALL) {
            var answer = send(call, call.caller(), partnership, call.body());

            assertThat(answer.status()).as("%s: %s", call, answer.text()).isIn(200, 201);
            assertThat(answer.header("ETag")).isEqualTo(version(answer));
            assertThat(answer.position()).isPositive();
        }
    }

    @Test
    void the_last_day_there_is_stops_no_reader() {
        var far = PartnershipOverHttp.registered(headway.as(Role.MANAGER), clock, "Far").path();
        for (var call : WriteCall.ALL) {
            var body = call.body().replaceAll("\\d{4}-\\d{2}-\\d{2}", "9999-12-31");
            var answer = send(call, call.caller(), far, body);
            assertThat(answer.status()).as("%s: %s", call, answer.text()).isIn(200, 201, 400);
        }

        headway.awaitProjections();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void only_its_roles_may(WriteCall call) {
        for (var role : Role.OURS) {
            if (!call.by().contains(role)) {
                var answer = send(call, role, partnership, call.body());
                assertThat(answer.status()).as("%s", role).isEqualTo(403);
                assertProblem(answer, 403);
            }
        }
        assertProblem(
                headway.asNobody()
                        .send(
                                call.method(),
                                partnership + call.path(),
                                null,
                                BodyPublishers.noBody()),
                401);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_partnership_that_is_not_there_is_not_found(WriteCall call) {
        var nowhere = "/api/v1/partnerships" + WriteCall.UNKNOWN;

        assertProblem(send(call, call.caller(), nowhere, call.body()), 404);
        assertProblem(send(call, call.caller(), "/api/v1/partnerships/program", call.body()), 404);
    }

    @ParameterizedTest
    @FieldSource("dev.headway.lifecycle.http.WriteCall#ABOUT_NOTHING")
    void what_the_partnership_does_not_have_is_not_found(WriteCall call) {
        assertProblem(send(call, call.caller(), partnership, call.body()), 404);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_where_it_is(Mistake mistake) {
        var answer = send(mistake.call(), mistake.call().caller(), partnership, mistake.body());

        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors").valueStream().map(e -> e.at("/pointer").asString()))
                .as(answer.text())
                .contains(mistake.pointer());
        assertThat(answer.text()).doesNotContain("java.", "tools.jackson", "Exception");
    }

    private static Stream<Mistake> mistakes(WriteCall call) {
        var body = (ObjectNode) JSON.readTree(call.body());
        var mistakes = new ArrayList<Mistake>();
        var unknown = body.deepCopy().put("surprise", 1);
        mistakes.add(new Mistake(call, "an unknown field", unknown.toString(), "/surprise"));
        mistakes.add(wrong(call, body, List.of("effectiveAt"), "\"yesterday\"", "no date"));
        mistakes.add(
                wrong(call, body, List.of("effectiveAt"), "1767225600", "a number for a date"));
        mistakes.add(
                wrong(
                        call,
                        body,
                        List.of("effectiveAt"),
                        "\"12026-01-01T00:00:00Z\"",
                        "a far date"));
        mistakes.add(
                wrong(call, body, List.of("effectiveAt"), "\"1899-12-31\"", "another century"));
        leaves(body, List.of())
                .forEach(
                        path -> {
                            var value = body.at(pointer(path));
                            if (!call.optional().contains(path.getFirst())) {
                                mistakes.add(wrong(call, body, path, null, "nothing"));
                                mistakes.add(wrong(call, body, path, "null", "null"));
                            }
                            mistakes.add(wrong(call, body, path, "{}", "an object"));
                            mistakes.add(wrong(call, body, path, "[1]", "a list"));
                            if (value.isNumber()) {
                                numbers(path)
                                        .forEach(
                                                number ->
                                                        mistakes.add(
                                                                wrong(
                                                                        call, body, path, number,
                                                                        number)));
                            } else if (value.isString()) {
                                texts(call.optional().contains(path.getLast()))
                                        .forEach(
                                                text ->
                                                        mistakes.add(
                                                                wrong(
                                                                        call,
                                                                        body,
                                                                        path,
                                                                        text,
                                                                        shown(text))));
                            } else {
                                mistakes.add(wrong(call, body, path, "\"true\"", "text"));
                                mistakes.add(wrong(call, body, path, "1", "a number"));
                            }
                        });
        return mistakes.stream();
    }

    /** Wrong for every text, word and date alike. */
    private static Stream<String> texts(boolean optional) {
        var blank =
                optional
                        ? Stream.<String>of()
                        : Stream.of(
                                "\"\"",
                                "\" \\t\"",
                                "\"\\u00a0\\u2007\"",
                                "\"\\u200b\\ufeff\"",
                                "\"\\u2800\"");
        return Stream.concat(
                blank,
                Stream.of(
                        "7",
                        "true",
                        "\"a\\u0000b\"",
                        "\"a\\u001bb\"",
                        "\"a\\ud800b\"",
                        "\"" + "a".repeat(5_000) + "\""));
    }

    private static Stream<String> numbers(List<String> path) {
        var whole = path.getLast().endsWith("Days") ? Stream.of("14.5", "-1") : Stream.<String>of();
        return Stream.concat(
                whole,
                Stream.of(
                        "\"14\"",
                        "1e999999999",
                        "1e2147483647",
                        "1e-2147483647",
                        "-1e2147483646",
                        "123456789012345678901234567890"));
    }

    private static String shown(String text) {
        return text.length() > 30 ? "long text" : text;
    }

    private static List<List<String>> leaves(JsonNode node, List<String> path) {
        if (node.isObject()) {
            return node.propertyStream()
                    .flatMap(field -> leaves(field.getValue(), plus(path, field.getKey())).stream())
                    .toList();
        }
        return node.isArray() ? leaves(node.get(0), plus(path, "0")) : List.of(path);
    }

    private static Mistake wrong(
            WriteCall call,
            ObjectNode body,
            List<String> path,
            @Nullable String value,
            String what) {
        var marked = body.deepCopy();
        var parent = (ObjectNode) marked.at(pointer(path.subList(0, path.size() - 1)));
        if (value == null) {
            parent.remove(path.getLast());
            return new Mistake(call, what, marked.toString(), pointer(path));
        }
        parent.put(path.getLast(), "HERE");
        return new Mistake(call, what, marked.toString().replace("\"HERE\"", value), pointer(path));
    }

    private static List<String> plus(List<String> path, String step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    private static String pointer(List<String> path) {
        return path.isEmpty() ? "" : "/" + String.join("/", path);
    }

    private static Answered send(WriteCall call, Role role, String at, String body) {
        return headway.as(role)
                .send(
                        call.method(),
                        at + call.path(),
                        body.isEmpty() ? null : "application/json",
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static String version(Answered answer) {
        return "\"" + answer.json().at("/version").asLong() + "\"";
    }
}
