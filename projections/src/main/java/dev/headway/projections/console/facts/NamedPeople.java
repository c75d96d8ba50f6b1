package dev.headway.projections.console.facts;

import dev.headway.contracts.Side;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Of the people that a body names, those who were not found in the directory. */
    static List<Stranger> strangers(
            Map<String, Object> body,
            List<FormField> fields,
            MultiValueMap<String, String> typed,
            HeadwayApi api) {
        return fields.stream()
                .filter(field -> field.kind() == FormField.Kind.PERSON)
                .filter(field -> !isOfPartner(field, typed))
                .map(field -> named(body, field.name()))
                .flatMap(Optional::stream)
                .map(name -> stranger(name.strip(), api))
                .toList();
    }

    /** Whether the form says beside the name that it is one of the partner's people. */
    private static boolean isOfPartner(FormField field, MultiValueMap<String, String> typed) {
        var side = field.parameter().replaceAll("[^.]+$", "side");
        return Side.PARTNER.name().equals(typed.getFirst(side));
    }

    /** A name that still stands in a body, since nobody in the directory is called so. */
    private static Optional<String> named(Map<?, ?> body, String name) {
        var dot = name.indexOf('.');
        if (dot < 0) {
            return body.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
        }
        return body.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? named(inner, name.substring(dot + 1))
                : Optional.empty();
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
        Notice.say(next, said + " " + stranger.sentence(), stranger.shown());
    }

    private static boolean isHere(ApiObject person) {
        return !person.text("status").equals("DISABLED");
    }
}
