package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.Caller.Answered;

/** What an answer looks like that is not the one that was hoped for. */
final class ProblemAssertions {

    private ProblemAssertions() {}

    static void assertProblem(Answered answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.json().at("/title").asString()).isNotBlank();
        assertThat(answer.json().at("/instance").asString()).startsWith("/api/v1/partnerships");
    }
}
