package dev.headway.lifecycle.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.shared.TwoPartners.Side;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every path of the API, asked for by the people of two partners: of what is the other's, as of
 * what never was, the answer is the same, and in no answer stands anything of the other.
 */
class NothingOfTheOtherTest {

    private static final String NEVER = "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11";
    private static final RunningHeadway headway = RunningHeadway.start();
    private static final TwoPartners two = TwoPartners.of(headway);

    /** What would end the calls of whoever asks. */
    private static final String SIGN_OUT = "/api/v1/me/sign-out";

    @AfterAll
    static void stop() {
        headway.close();
    }

    @TestFactory
    Stream<DynamicTest> no_path_of_the_api() {
        return OpenApiContract.ofHeadway().operations().stream()
                .filter(each -> !each.path().equals(SIGN_OUT))
                .flatMap(
                        operation ->
                                Stream.of(
                                        dynamicTest(
                                                operation + " by one of them",
                                                () ->
                                                        tellsNothing(
                                                                operation, two.one(), two.other())),
                                        dynamicTest(
                                                operation + " by one of the others",
                                                () ->
                                                        tellsNothing(
                                                                operation,
                                                                two.other(),
                                                                two.one()))));
    }

    private static void tellsNothing(Operation operation, Side asking, Side asked) {
        var never = call(operation, asking, path(operation, NEVER, NEVER, "never"));
        namesNothing(never, asking, "never");

        var own =
                call(
                        operation,
                        asking,
                        path(operation, asking.id(), asking.step(), asking.objective()));
        namesNothing(own, asking, "never");

        if (operation.path().contains("{")) {
            for (var id : asked.ids()) {
                var target = path(operation, id, asked.step(), asked.objective());
                var foreign = call(operation, asking, target);

                assertThat(same(foreign, id, asked)).isEqualTo(same(never, NEVER, asked));
                namesNothing(foreign, asking, target);
            }
        }
    }

    @Test
    void what_is_shared_is_told() {
        for (var side : List.of(two.one(), two.other())) {
            var list = side.caller().get("/api/v1/shared");
            assertThat(list.status()).as(list.text()).isEqualTo(200);
            assertThat(
                            list.json()
                                    .at("/items")
                                    .valueStream()
                                    .map(each -> each.at("/id").asString()))
                    .containsExactly(side.id());
            assertThat(side.caller().get("/api/v1/shared/" + side.id()).text())
                    .contains(side.word() + " desk", side.word() + " objective");
        }
        assertThat(headway.as(Role.MANAGER).get("/api/v1/shared").status()).isEqualTo(403);
    }

    private static Answered call(Operation operation, Side side, String path) {
        var caller = side.caller().withoutContract();
        var content = operation.documented().at("/requestBody/content");
        return content.isMissingNode()
                ? caller.send(operation.method(), path, null, BodyPublishers.noBody())
                : caller.send(
                        operation.method(),
                        path,
                        content.propertyNames().iterator().next(),
                        BodyPublishers.ofString(body(operation)));
    }

    private static String body(Operation operation) {
        var json = operation.documented().at("/requestBody/content/application~1json");
        var example =
                json.has("example")
                        ? json.at("/example")
                        : json.path("examples").path(0).path("value");
        return example.isObject() ? example.toString() : "{}";
    }

    private static String path(Operation operation, String id, String step, String objective) {
        var filled =
                operation
                        .path()
                        .replace("{stepId}", step)
                        .replace("{objectiveId}", objective)
                        .replace("{side}", "PARTNER")
                        .replaceAll("\\{\\w+}", id);
        return operation.isEndless() ? filled + "?after=nowhere" : filled;
    }

    /** An answer without what was sent, and without what tells one call from the next. */
    private static String same(Answered answer, String id, Side asked) {
        var headers =
                answer.response().headers().map().entrySet().stream()
                        .filter(
                                each ->
                                        !List.of("date", "headway-request-id")
                                                .contains(each.getKey().toLowerCase(Locale.ROOT)))
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return (answer.status() + "\n" + headers + "\n" + answer.text())
                .replace(asked.step(), "ID")
                .replace(asked.objective(), "never")
                .replace(id, "ID")
                .replace(NEVER, "ID");
    }

    /** What was sent may come back, as in the address of a problem. */
    private static void namesNothing(Answered answer, Side asking, String sent) {
        var told = answer.response().headers().map() + "\n" + answer.text();
        assertThat(two.notFor(asking))
                .as(told)
                .noneMatch(secret -> told.contains(secret) && !sent.contains(secret));
    }
}
