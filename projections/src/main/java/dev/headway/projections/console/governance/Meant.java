package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who or what is meant by what somebody typed into a search.
 *
 * @param id as the API takes it; what was typed where nothing, or more than one, is called so
 * @param typed what was typed where nothing is called so, or else empty
 * @param choices those that are called so, where there is more than one
 */
record Meant(String id, String typed, List<ApiObject> choices) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** As many as anybody chooses from. */
    private static final String MOST = "8";

    /** As the audit takes whoever asks. */
    private static final String ME = "me";

    /**
     * @param list of the API, which is searched by {@code q}
     */
    static Meant by(String typed, String list, HeadwayApi api) {
        var text = typed.strip();
        if (text.equals(ME) || ID.matcher(text).matches()) {
            return new Meant(text, "", List.of());
        }
        var found = found(text, list, api);
        var called =
                found.stream().filter(each -> each.text("name").equalsIgnoreCase(text)).toList();
        return of(text, called.isEmpty() ? found : called);
    }

    /** None for what cannot be a name at all. */
    private static List<ApiObject> found(String text, String list, HeadwayApi api) {
        try {
            var asked = Map.of("q", List.of(text), "limit", List.of(MOST));
            return api.ask(list, asked).body().each("items");
        } catch (ApiProblem problem) {
            if (problem.status() != 400) {
                throw problem;
            }
            return List.of();
        }
    }

    /** Whether one is meant, and known. */
    boolean isOne() {
        return typed.isEmpty() && choices.isEmpty();
    }

    private static Meant of(String text, List<ApiObject> called) {
        return switch (called.size()) {
            case 0 -> new Meant(text, text, List.of());
            case 1 -> new Meant(called.getFirst().text("id"), "", List.of());
            default -> new Meant(text, "", called);
        };
    }
}
