package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is meant, for pages that are about somebody of the directory. */
final class Directory {

    /** As many as are worth asking about. */
    private static final String MEANT = "5";

    private Directory() {}

    static String name(UUID person, HeadwayApi api) {
        return api.get("/people/{id}", person).body().text("name");
    }

    /** Empty where none is known. */
    static String email(UUID person, HeadwayApi api) {
        return api.get("/people/{id}", person).body().text("email");
    }

    /** Those who may be meant by a text: its words stand in how they are called. */
    static List<ApiObject> meantBy(String text, HeadwayApi api) {
        return api
                .ask("/people", Map.of("q", List.of(text), "limit", List.of(MEANT)))
                .body()
                .each("items")
                .stream()
                .filter(person -> !person.text("status").equals("DISABLED"))
                .toList();
    }
}
