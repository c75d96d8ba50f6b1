package dev.headway.projections.console.facts;

import dev.headway.contracts.Side;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.Notice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
        return meant(name, api).filter(each -> each.text("name").equalsIgnoreCase(name)).toList();
    }

    private static Stream<ApiObject> meant(String name, HeadwayApi api) {
        return api.ask("/people", Map.of("q", List.of(name))).body().each("items").stream()
                .filter(NamedPeople::isHere);
    }

    /**
     * A name that no account here has, where somebody of ours was asked for.
     *
     * @param meant those who may be meant by it
     */
    record Stranger(String name, List<String> meant) {}

    /** Of the people that a body names, those who were not found in the directory. */
    static List<Stranger> strangers(
            Map<String, Object> body,
            List<FormField> fields,
            MultiValueMap<String, String> typed,
            HeadwayApi api) {
        return Side.PARTNER.name().equals(typed.getFirst("side"))
                ? List.of()
                : fields.stream()
                        .filter(field -> field.kind() == FormField.Kind.PERSON)
                        .map(field -> body.get(field.name()))
                        .filter(String.class::isInstance)
                        .map(name -> stranger(String.valueOf(name).strip(), api))
                        .toList();
    }

    private static Stranger stranger(String name, HeadwayApi api) {
        return new Stranger(
                name, meant(name, api).map(each -> each.text("name")).limit(3).toList());
    }

    /** What was done, and of whom nobody has an account. */
    static void say(RedirectAttributes next, String said, List<Stranger> strangers) {
        if (strangers.isEmpty()) {
            next.addFlashAttribute("notice", said);
            return;
        }
        var stranger = strangers.getFirst();
        var meant = stranger.meant();
        if (meant.isEmpty()) {
            Notice.say(
                    next,
                    said + " No account is called {name}: it is kept as a name.",
                    stranger.name());
        } else {
            Notice.say(
                    next,
                    said
                            + " It is kept as a name, since no account is called exactly so; meant"
                            + " may be {name}",
                    String.join(", ", meant));
        }
    }

    private static boolean isHere(ApiObject person) {
        return !person.text("status").equals("DISABLED");
    }
}
