package dev.headway.projections.console.facts;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into a form, as the body of its call. What was left empty is left out. */
final class FormBody {

    private FormBody() {}

    static Map<String, Object> of(List<FormField> fields, MultiValueMap<String, String> typed) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (var field : fields) {
            var value = field.isInPath() ? null : value(field, typed);
            if (value != null) {
                put(body, field.name().split("\\."), value);
            }
        }
        listed(body);
        return body;
    }

    /**
     * The same for a form that shows what is known: a line that came back empty is said, since it
     * takes away what was there.
     */
    static Map<String, Object> ofChanges(
            List<FormField> fields, MultiValueMap<String, String> typed) {
        var body = of(fields, typed);
        for (var field : fields) {
            var text = typed.getFirst(field.parameter());
            if (field.kind() == FormField.Kind.LINE && text != null && text.isBlank()) {
                put(body, field.name().split("\\."), "");
            }
        }
        return body;
    }

    private static @Nullable Object value(FormField field, MultiValueMap<String, String> typed) {
        if (field.kind() == FormField.Kind.SEVERAL) {
            return typed.getOrDefault(field.parameter(), List.of());
        }
        var text = typed.getFirst(field.parameter());
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (field.kind()) {
            case NUMBER -> number(text);
            case WHOLE -> number(text);
            case YES_NO -> text.equals("yes");
            case LINE, PROSE, DAY, CHOICE, SEVERAL, PERSON -> text;
        };
    }

    /** The number, or the text as it is, of which the API says what is wrong with it. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException _) {
            return text;
        }
    }

    /** Into the object of a name, or the next one of a list of objects. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> body, String[] path, Object value) {
        var inner = body;
        for (int i = 0; i < path.length - 1; i++) {
            if (isNumber(path[i + 1])) {
                var list =
                        (Map<String, Map<String, Object>>)
                                inner.computeIfAbsent(path[i], _ -> new LinkedHashMap<>());
                inner = list.computeIfAbsent(path[++i], _ -> new LinkedHashMap<>());
            } else {
                inner =
                        (Map<String, Object>)
                                inner.computeIfAbsent(path[i], _ -> new LinkedHashMap<>());
            }
        }
        inner.put(path[path.length - 1], value);
    }

    /** Those that were gathered under numbers, as lists. */
    private static void listed(Map<String, Object> body) {
        body.replaceAll(
                (_, value) ->
                        value instanceof Map<?, ?> inner
                                        && inner.keySet().stream()
                                                .allMatch(key -> isNumber(key.toString()))
                                ? List.copyOf(inner.values())
                                : value);
    }

    private static boolean isNumber(String name) {
        return name.matches("[0-9]+");
    }
}
