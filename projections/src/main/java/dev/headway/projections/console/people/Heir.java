package dev.headway.projections.console.people;

import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * Who gets it all.
 *
 * @param isKnown whether they are one person of the directory; else it is a text
 * @param meant those of the directory who may be meant by the text
 */
public record Heir(String name, boolean isKnown, List<ApiObject> meant) {

    /** What was typed, or else, of whom was chosen, how they are called. */
    static final String TYPED = "to.owner";

    /** Chosen among those who may be meant. */
    static final String CHOSEN = "to.ownerId";

    /** As the call has them: whoever was chosen, before whatever was typed. */
    static Map<String, Object> chosen(
            Map<String, Object> body, MultiValueMap<String, String> typed) {
        var chosen = typed.getFirst(CHOSEN);
        if (chosen != null && !chosen.isBlank()) {
            body.put("to", Map.of("ownerId", chosen));
        }
        return body;
    }

    /**
     * @param body as {@link #chosen} left it
     */
    static Heir of(Map<String, Object> body, HeadwayApi api) {
        if (!(body.get("to") instanceof Map<?, ?> to)) {
            return new Heir("", true, List.of());
        }
        if (to.get("ownerId") instanceof String id) {
            return new Heir(nameOf(id, api), true, List.of());
        }
        var text = String.valueOf(to.get("owner"));
        return new Heir(text, false, Directory.meantBy(text, api));
    }

    /** Whether the text is what more than one is called. */
    public boolean isSeveral() {
        var text = new FoldedText(name);
        return meant.stream().anyMatch(each -> new FoldedText(each.text("name")).equals(text));
    }

    private static String nameOf(String id, HeadwayApi api) {
        return id.matches("[0-9a-f-]{36}") ? Directory.name(UUID.fromString(id), api) : id;
    }
}
