package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** People of the directory, as forms name them. */
final class NamedPeople {

    private NamedPeople() {}

    /** Names to choose from, beside anything else that somebody types. */
    static List<String> suggested(HeadwayApi api) {
        var page = api.ask("/people", Map.of("limit", List.of("200"))).body();
        return Stream.concat(
                        page.each("items").stream()
                                .filter(NamedPeople::isHere)
                                .map(person -> person.text("name")),
                        page.texts("owners").stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Names somebody by their id where exactly one in the directory is called so, and by the text
     * otherwise: a partner's people are in no directory of ours.
     */
    static void identify(Map<String, Object> body, List<FormField> fields, HeadwayApi api) {
        for (var field : fields) {
            if (field.kind() == FormField.Kind.PERSON) {
                identify(body, field.name(), api);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void identify(Map<String, Object> body, String name, HeadwayApi api) {
        var dot = name.indexOf('.');
        if (dot >= 0) {
            if (body.get(name.substring(0, dot)) instanceof Map<?, ?> inner) {
                identify((Map<String, Object>) inner, name.substring(dot + 1), api);
            }
            return;
        }
        if (body.get(name) instanceof String typed) {
            var found = called(typed.strip(), api);
            if (found.size() == 1) {
                body.remove(name);
                body.put(name + "Id", found.getFirst().text("id"));
            }
        }
    }

    private static List<ApiObject> called(String name, HeadwayApi api) {
        return api.ask("/people", Map.of("q", List.of(name))).body().each("items").stream()
                .filter(NamedPeople::isHere)
                .filter(each -> each.text("name").equalsIgnoreCase(name))
                .toList();
    }

    private static boolean isHere(ApiObject person) {
        return !person.text("status").equals("DISABLED");
    }
}
