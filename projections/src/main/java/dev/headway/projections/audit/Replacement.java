package dev.headway.projections.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stood before a change and what stands since, as far as the two differ. One value stands for
 * itself, of several each has its name: {@code RESELL}, {@code holder: Mia; side: OURS}.
 *
 * @param from null when nothing stood there
 * @param to null when nothing stands there now
 */
record Replacement(@Nullable String from, @Nullable String to) {

    static final Replacement NONE = new Replacement(null, null);

    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST = 4_000;

    /** Of several things, each with what is so of it. */
    static Replacement ofAll(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        return between(flat(before), flat(after));
    }

    /** As {@link #ofAll}, with its name even where one value differs: some say nothing without. */
    static Replacement named(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        return between(flat(before), flat(after), true);
    }

    private static Map<String, String> flat(Map<String, Map<String, String>> things) {
        var all = new LinkedHashMap<String, String>();
        things.values().forEach(all::putAll);
        return all;
    }

    static Replacement between(Map<String, String> before, Map<String, String> after) {
        return between(before, after, false);
    }

    private static Replacement between(
            Map<String, String> before, Map<String, String> after, boolean named) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        var each = named || names.size() > 1;
        return new Replacement(text(before, names, each), text(after, names, each));
    }

    private static @Nullable String text(
            Map<String, String> values, Set<String> names, boolean named) {
        var texts =
                names.stream()
                        .filter(values::containsKey)
                        .map(name -> text(name, values, named))
                        .collect(Collectors.joining("; "));
        return texts.isEmpty() ? null : shortened(texts, LONGEST);
    }

    private static String text(String name, Map<String, String> values, boolean named) {
        var value = shortened(Objects.requireNonNull(values.get(name)), LONGEST_VALUE);
        return named ? name + ": " + value : value;
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
