package dev.headway.projections.console.bulk;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.QueryText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * Which partnerships are meant: those that are named, or all that the list has under a filter.
 *
 * @param names by id, as the page had them
 * @param filter as the list's address has it; empty where they are named
 * @param found how many there were under the filter
 */
public record Selection(Map<String, String> names, String filter, String found) {

    /** As the API takes them at once. */
    private static final int MOST = 1_000;

    /** Each is a line: its id, and what it is called. */
    static Selection of(MultiValueMap<String, String> typed) {
        if ("true".equals(typed.getFirst("all"))) {
            return new Selection(Map.of(), one(typed, "filter"), one(typed, "found"));
        }
        var lines = new ArrayList<>(typed.getOrDefault("ids", List.of()));
        lines.addAll(Arrays.asList(one(typed, "chosen").split("\\R")));
        Map<String, String> names = new LinkedHashMap<>();
        for (var line : lines) {
            var parts = line.split(" ", 2);
            if (!parts[0].isBlank()) {
                names.put(parts[0], parts.length == 2 ? parts[1] : parts[0]);
            }
        }
        return new Selection(names, "", "");
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value;
    }

    public boolean isOfFilter() {
        return names.isEmpty() && !found.isEmpty();
    }

    public boolean isEmpty() {
        return names.isEmpty() && found.isEmpty();
    }

    /** How many, in words. */
    public String count() {
        return isOfFilter() ? found : Integer.toString(names.size());
    }

    /** As a form carries it on. */
    public String chosen() {
        return names.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Some of them. */
    Selection only(Collection<String> ids) {
        var some = new LinkedHashMap<>(names);
        some.keySet().retainAll(ids);
        return new Selection(some, "", "");
    }

    void addTo(Map<String, Object> body) {
        if (isOfFilter()) {
            body.put("filter", filters());
        } else {
            body.put("ids", List.copyOf(names.keySet()));
        }
    }

    /** The same, one by one: those that a report tells of, with what each is called. */
    Selection named(ApiObject report, HeadwayApi api) {
        var known = isOfFilter() ? found(api) : names;
        Map<String, String> told = new LinkedHashMap<>();
        for (var row : report.each("rows")) {
            var id = row.text("partnershipId");
            told.put(id, known.getOrDefault(id, id));
        }
        return new Selection(told, "", "");
    }

    private Map<String, String> found(HeadwayApi api) {
        Map<String, String> known = new LinkedHashMap<>();
        var asked = filters();
        asked.put("limit", List.of("200"));
        String next;
        do {
            var page = api.ask("/partnerships", asked).body();
            page.each("items").forEach(each -> known.put(each.text("id"), each.text("name")));
            next = page.text("nextCursor");
            asked.put("cursor", List.of(next));
        } while (!next.isEmpty() && known.size() < MOST);
        return known;
    }

    private Map<String, List<String>> filters() {
        return new LinkedHashMap<>(QueryText.parse(filter));
    }
}
