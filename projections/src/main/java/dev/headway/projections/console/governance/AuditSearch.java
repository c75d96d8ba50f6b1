package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.QueryText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * What somebody looks for in the audit, in their own words.
 *
 * @param values by the names of the fields, as they were typed
 * @param meant by the fields that name somebody or something
 */
record AuditSearch(Map<String, List<String>> values, Map<String, Meant> meant) {

    private static final List<String> NAMES =
            List.of(
                    "partnership",
                    "actor",
                    "kind",
                    "channel",
                    "from",
                    "to",
                    "time",
                    "order",
                    "cursor");

    /** What is named in a field, and the list of the API that knows it. */
    private static final Map<String, String> LISTS =
            Map.of("partnership", "/partnerships", "actor", "/people");

    /**
     * One of several that are called so.
     *
     * @param beside what tells it from the others
     * @param address of the same search for this one
     */
    public record Choice(String name, String beside, String address) {}

    static AuditSearch of(MultiValueMap<String, String> parameters, HeadwayApi api) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (var name : NAMES) {
            var value = parameters.getFirst(name);
            if (value != null && !value.isBlank()) {
                values.put(name, List.of(value));
            }
        }
        Map<String, Meant> meant = new LinkedHashMap<>();
        LISTS.forEach(
                (name, list) -> {
                    if (values.containsKey(name)) {
                        meant.put(name, Meant.by(values.get(name).getFirst(), list, api));
                    }
                });
        return new AuditSearch(values, meant);
    }

    /** What was typed, or empty. */
    public String one(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** For the API: by ids, with days as instants, and what happened last first. */
    Map<String, List<String>> asked(TypedDays days) {
        Map<String, List<String>> asked = new LinkedHashMap<>(values);
        meant.forEach((name, each) -> asked.put(name, List.of(each.id())));
        days.mean(asked);
        asked.putIfAbsent("order", List.of("desc"));
        return asked;
    }

    /** The kind that is asked for where there is none of that name, or empty. */
    public String unknownKind() {
        var kind = one("kind");
        return kind.isEmpty() || EntryKinds.isOne(kind) ? "" : kind;
    }

    /** Whether it is known what is meant by all of it. */
    public boolean isUnderstood() {
        return unknownKind().isEmpty() && meant.values().stream().allMatch(Meant::isOne);
    }

    /** The name that nothing bears, or empty. */
    public String unknown(String name) {
        var found = meant.get(name);
        return found == null ? "" : found.typed();
    }

    /** Those who bear the name that was typed, where there are several. */
    public List<Choice> choices(String name) {
        var found = meant.get(name);
        return found == null
                ? List.of()
                : found.choices().stream().map(each -> choice(name, each)).toList();
    }

    private Choice choice(String name, ApiObject of) {
        var partner = of.at("partner").text("name");
        return new Choice(
                of.text("name"),
                partner.isEmpty() ? of.text("email") : partner,
                with(name, of.text("id")));
    }

    /** Where it goes on after a page. */
    public String after(String cursor) {
        return with("cursor", cursor);
    }

    private String with(String name, String value) {
        Map<String, List<String>> other = new LinkedHashMap<>(values);
        if (!name.equals("cursor")) {
            other.remove("cursor");
        }
        other.put(name, List.of(value));
        return "/governance?" + QueryText.of(other);
    }
}
