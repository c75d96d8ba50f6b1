package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No question and no command takes a parameter that it does not have; found by asking them all. */
class UnknownParametersTest {

    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    record Call(String method, String path, String contentType) {

        static Call of(RequestMappingInfo mapping) {
            return new Call(
                    mapping.getMethodsCondition().getMethods().iterator().next().name(),
                    mapping.getPatternValues()
                            .iterator()
                            .next()
                            .replaceAll("\\{\\*?[a-zA-Z]+}", UUID.randomUUID().toString()),
                    mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                            .map(Object::toString)
                            .findFirst()
                            .orElse("application/json"));
        }

        Caller.Answered by(Role role) {
            return headway.as(role)
                    .send(
                            method,
                            path + "?nonsense=1",
                            method.equals("GET") ? null : contentType,
                            method.equals("GET")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString("{}"));
        }
    }

    static Stream<Call> calls() {
        return headway
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> !mapping.getMethodsCondition().isEmpty())
                .map(Call::of)
                .filter(call -> call.path().startsWith("/api/v1/"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void an_unknown_parameter_is_refused_and_named(Call call) {
        var answer =
                List.of(Role.ADMIN, Role.MANAGER, Role.APPROVER).stream()
                        .map(call::by)
                        .filter(each -> each.status() != 403)
                        .findFirst()
                        .orElseThrow();

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("?nonsense");
    }
}
