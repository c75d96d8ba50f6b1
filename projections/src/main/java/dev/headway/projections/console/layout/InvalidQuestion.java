package dev.headway.projections.console.layout;

import dev.headway.projections.console.api.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question of an address that the API did not take: what was asked, to be put right and asked
 * again, and what is wrong with it.
 *
 * @param path the page that asked
 */
public record InvalidQuestion(String path, List<Field> fields, ApiProblem problem) {

    /** Where a page goes on, which nobody types. */
    private static final Set<String> NOT_TYPED = Set.of("cursor");

    /** A parameter as it was typed. */
    public record Field(String name, String label, String value) {}

    /** Null where nothing was asked, or the API does not say what is wrong with it. */
    static @Nullable InvalidQuestion of(ApiProblem problem, HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || problem.errors().isEmpty()) {
            return null;
        }
        var fields = new ArrayList<Field>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!NOT_TYPED.contains(name)) {
                                for (var value : values) {
                                    fields.add(new Field(name, Words.parameter(name), value));
                                }
                            }
                        });
        return new InvalidQuestion(request.getRequestURI(), fields, problem);
    }
}
