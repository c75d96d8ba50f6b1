package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract meets planted answers that are not as documented. */
class OpenApiContractTest {

    private static final String PATTERN =
            "/api/v1/partnerships/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11/pattern";
    private static final String DONE =
            """
            {"id": "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11", "stage": "PILOT", "version": 8}
            """;
    private static final String PROBLEM =
            """
            {"type": "/docs/problems#not-found", "title": "Not Found", "status": 404,
             "detail": "There is no such thing", "instance": "/api/v1/nowhere"}
            """;

    @Test
    void an_answer_as_documented_passes() {
        assertThatCode(() -> check("PUT", PATTERN, 200, json(), DONE)).doesNotThrowAnyException();
        assertThatCode(() -> check("GET", "/api/v1/nowhere", 404, problem(), PROBLEM))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("GET", "/actuator/health", 200, json(), "UP"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_status_that_is_not_documented_is_found() {
        assertBroken("PUT", PATTERN, 202, json(), DONE, "the status");
    }

    @Test
    void an_operation_that_is_not_documented_is_found() {
        assertBroken("GET", "/api/v1/nowhere", 200, json(), DONE, "there is no such operation");
    }

    @Test
    void a_missing_or_malformed_or_undocumented_header_is_found() {
        var bare = Map.of("Content-Type", List.of("application/json"));
        assertBroken("PUT", PATTERN, 200, bare, DONE, "without the header ETag");
        assertBroken("PUT", PATTERN, 200, with("ETag", "eight"), DONE, "the header ETag");
        assertBroken("PUT", PATTERN, 200, with("Location", "/"), DONE, "the header Location");
    }

    @Test
    void another_content_type_is_found() {
        assertBroken("PUT", PATTERN, 200, with("Content-Type", "text/html"), DONE, "text/html");
        assertBroken("GET", "/api/v1/nowhere", 404, json(), PROBLEM, "application/json");
    }

    @Test
    void a_body_of_another_shape_is_found() {
        assertBroken("PUT", PATTERN, 200, json(), "{", "the body is no JSON");
        assertBroken("PUT", PATTERN, 200, json(), "{}", "required [stage]");
        assertBroken("PUT", PATTERN, 200, json(), DONE.replace("8}", "null}"), "/version type");
        assertBroken("PUT", PATTERN, 200, json(), DONE.replace("PILOT", "PLANE"), "/stage enum");
        assertBroken("PUT", PATTERN, 200, json(), DONE.replace("5b0c", "xxxx"), "/id format");
        assertBroken(
                "PUT",
                PATTERN,
                200,
                json(),
                DONE.replace("}", ", \"a\": 1}"),
                "additionalProperties [a]");
    }

    private static void assertBroken(
            String method,
            String path,
            int status,
            Map<String, List<String>> headers,
            String body,
            String reported) {
        assertThatThrownBy(() -> check(method, path, status, headers, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not as promised")
                .hasMessageContaining(reported);
    }

    private static void check(
            String method,
            String path,
            int status,
            Map<String, List<String>> headers,
            String body) {
        OpenApiContract.ofHeadway()
                .check(method, path, status, HttpHeaders.of(headers, (_, _) -> true), body);
    }

    private static Map<String, List<String>> json() {
        return with("ETag", "\"8\"");
    }

    private static Map<String, List<String>> problem() {
        return Map.of("Content-Type", List.of("application/problem+json"));
    }

    private static Map<String, List<String>> with(String name, String value) {
        var headers =
                new HashMap<>(
                        Map.of(
                                "Content-Type", List.of("application/json"),
                                "ETag", List.of("\"8\"")));
        headers.put(name, List.of(value));
        return headers;
    }
}
