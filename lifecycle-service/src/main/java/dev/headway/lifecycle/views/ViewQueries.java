package dev.headway.lifecycle.views;

import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import dev.headway.projections.querying.InvalidQueryException;
import dev.headway.projections.querying.SavedQuestion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The lists there are views of; each reads its own query, so that no view is kept that it refuses.
 */
@Component
class ViewQueries {

    private final Map<String, SavedQuestion> lists;

    ViewQueries(List<SavedQuestion> questions) {
        this.lists =
                questions.stream()
                        .collect(
                                Collectors.toMap(
                                        SavedQuestion::list,
                                        Function.identity(),
                                        (one, _) -> one,
                                        TreeMap::new));
    }

    /** What they are called. */
    List<String> lists() {
        return List.copyOf(lists.keySet());
    }

    /**
     * @throws Problem 400 that says what the list would refuse
     */
    void check(String list, String query, Principal caller) {
        var question = lists.get(list);
        if (question == null) {
            throw Problem.invalid(
                    List.of(
                            new FieldError(
                                    "/list", "must be one of " + String.join(", ", lists()))));
        }
        try {
            question.check(parameters(query), caller);
        } catch (InvalidQueryException mistaken) {
            throw Problem.invalid(
                    mistaken.violations().stream()
                            .map(
                                    each ->
                                            new FieldError(
                                                    "/query",
                                                    each.pointer() + " " + each.message()))
                            .toList());
        }
    }

    private static MultiValueMap<String, String> parameters(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var pair : query.split("&")) {
            if (!pair.isEmpty()) {
                var at = pair.indexOf('=');
                parameters.add(
                        decoded(at < 0 ? pair : pair.substring(0, at)),
                        at < 0 ? "" : decoded(pair.substring(at + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(List.of(new FieldError("/query", "cannot be decoded")));
        }
    }
}
