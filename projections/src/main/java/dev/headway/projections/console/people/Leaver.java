package dev.headway.projections.console.people;

import dev.headway.projections.console.api.HeadwayApi;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whose things are handed over: a person of the directory, or an owner who is a name only.
 *
 * @param page where their page is
 * @param call what hands over, below {@code /api/v1}
 * @param from what the call has of them beside its path, and the page among what was typed
 */
public record Leaver(String name, String page, String call, Map<String, Object> from) {

    static Leaver person(UUID id, HeadwayApi api) {
        var path = "/people/" + id + "/handover";
        return new Leaver(Directory.name(id, api), path, path, Map.of());
    }

    static Leaver named(String name) {
        return new Leaver(
                name, "/people/handover", "/handovers", Map.of("from", Map.of("owner", name)));
    }

    /** Whether a page about them has to be told who it is about. */
    public boolean isNameOnly() {
        return !from.isEmpty();
    }

    /** The body of a call about them. */
    Map<String, Object> with(Map<String, Object> body) {
        var all = new LinkedHashMap<>(from);
        all.putAll(body);
        return all;
    }
}
