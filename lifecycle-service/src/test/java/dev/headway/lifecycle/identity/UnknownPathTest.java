package dev.headway.lifecycle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where there is nothing, everybody who is known is told so, whatever they may do elsewhere. */
class UnknownPathTest {

    private static final String NOBODYS = "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11";

    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_is_none_is_told_to_every_role(Role role) {
        for (var path :
                List.of(
                        "/api/v1/nothing",
                        "/api/v2/partnerships",
                        "/api/v1/partnerships/" + NOBODYS + "/nothing",
                        "/api/v1/audit/nothing",
                        "/api/v1/people/" + NOBODYS + "/disabling/nothing")) {
            for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                var answer = call(role, method, path);

                assertThat(answer.status()).as("%s %s by %s", method, path, role).isEqualTo(404);
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.json().at("/type").asString())
                        .isEqualTo("/docs/problems#not-found");
                assertThat(answer.json().at("/detail").asString())
                        .isEqualTo("There is no such address here");
            }
        }
    }

    @Test
    void where_there_is_something_the_role_is_what_is_missing() {
        var program = call(Role.VIEWER, "PUT", "/api/v1/program");
        var steps = call(Role.VIEWER, "POST", "/api/v1/partnerships/" + NOBODYS + "/steps");

        assertThat(program.status()).isEqualTo(403);
        assertThat(steps.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void a_method_that_an_address_does_not_have_is_told_to_every_role(Role role) {
        for (var path : List.of("/api/v1/people", "/api/v1/partnerships/" + NOBODYS)) {
            var answer = call(role, "DELETE", path);

            assertThat(answer.status()).as("%s by %s", path, role).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("GET");
            assertThat(answer.json().at("/type").asString())
                    .isEqualTo("/docs/problems#method-not-allowed");
            assertThat(answer.json().at("/detail").asString())
                    .startsWith("DELETE is not taken here; send GET or P");
        }
    }

    @Test
    void a_stranger_is_told_nothing() {
        var answer = headway.asNobody().withoutContract().post("/api/v1/nothing", "{}");

        assertThat(answer.status()).isEqualTo(401);
    }

    private static Answered call(Role role, String method, String path) {
        return headway.as(role)
                .withoutContract()
                .send(method, path, "application/json", BodyPublishers.ofString("{}"));
    }
}
