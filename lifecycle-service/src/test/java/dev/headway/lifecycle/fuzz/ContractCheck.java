package dev.headway.lifecycle.fuzz;

import dev.headway.lifecycle.OpenApiContract;
import java.util.Set;

/** Holds an answer against the document, whatever was asked. */
final class ContractCheck {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private final OpenApiContract contract;

    ContractCheck(OpenApiContract contract) {
        this.contract = contract;
    }

    /**
     * @throws AssertionError naming everything that is wrong with the answer
     */
    void check(RawRequest request, RawResponse answer) {
        if (answer == RawResponse.NONE) {
            if (request.isWhole() && !request.isEndless()) {
                throw new AssertionError("there was no answer");
            }
        } else if (answer.status() >= 500 && !isTooEarly(request, answer)) {
            throw new AssertionError("%d %s".formatted(answer.status(), answer.text()));
        } else if (request.isWhole() && METHODS.contains(request.method())) {
            checkDocumented(request, answer);
        } else if (answer.status() >= 400 && !request.method().equals("HEAD")) {
            contract.checkProblem(answer.status(), answer.headers(), answer.text());
        }
    }

    private void checkDocumented(RawRequest request, RawResponse answer) {
        var isStream =
                answer.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith("text/event-stream");
        if (!isStream) {
            contract.check(
                    request.method(),
                    request.target(),
                    answer.status(),
                    answer.headers(),
                    answer.text());
        }
    }

    /** The one 503 that a caller brings about: a position that nothing has reached. */
    private static boolean isTooEarly(RawRequest request, RawResponse answer) {
        return answer.status() == 503
                && request.has(HeaderGenerator.UNREACHED)
                && answer.text().contains("#unavailable");
    }
}
