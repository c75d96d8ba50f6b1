package dev.headway.lifecycle.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.lifecycle.OpenApiContract;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that lets everything pass would make every run a success. */
class ContractCheckTest {

    private static final String PORTFOLIO = "/api/v1/portfolio";
    private static final String UNAVAILABLE =
            """
            {"type": "/docs/problems#unavailable", "title": "Service Unavailable", "status": 503,
             "detail": "not yet", "instance": "/api/v1/portfolio"}
            """;

    private final ContractCheck check = new ContractCheck(OpenApiContract.ofHeadway());

    @ParameterizedTest
    @CsvSource({
        "500, application/problem+json, {}",
        "418, application/problem+json, {}",
        "400, application/problem+json, {}",
        "400, text/html, <html>",
        "200, application/json, '{\"more\": 1}'",
        "200, application/json, nothing"
    })
    void what_is_not_documented_is_found(int status, String type, String body) {
        assertThatThrownBy(() -> check.check(asking(), answer(status, type, body)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void silence_is_no_answer() {
        assertThatThrownBy(() -> check.check(asking(), RawResponse.NONE))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void only_a_position_that_nothing_has_reached_excuses_a_503() {
        var unavailable = answer(503, "application/problem+json", UNAVAILABLE);

        assertThatCode(() -> check.check(asking(HeaderGenerator.UNREACHED), unavailable))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.check(asking(), unavailable))
                .isInstanceOf(AssertionError.class);
    }

    private static RawRequest asking(String... headers) {
        return new RawRequest("GET", PORTFOLIO, List.of(headers), new byte[0], true);
    }

    private static RawResponse answer(int status, String type, String body) {
        var headers = Map.of("Content-Type", List.of(type), "Retry-After", List.of("1"));
        return new RawResponse(
                status,
                HttpHeaders.of(headers, (_, _) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
