package dev.headway.projections.console.partnership;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.QueryText;
import dev.headway.projections.console.layout.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An objective that both sides work for.
 *
 * @param change what the form begins with that words it anew
 */
public record ObjectiveLine(ApiObject of, String change) {

    private static final List<String> WORDS = List.of("id", "name", "unit", "baseline", "target");

    static List<ObjectiveLine> allOf(ApiObject partnership, Times times) {
        return partnership.each("objectives").stream()
                .map(each -> new ObjectiveLine(each, change(each, times)))
                .toList();
    }

    public boolean isOpen() {
        return of.text("status").equals("OPEN");
    }

    /** Where it stands between the two sides. */
    public String said() {
        return isOpen()
                ? of.flag("confirmed") ? "confirmed by both" : "to be confirmed"
                : "dropped";
    }

    private static String change(ApiObject objective, Times times) {
        Map<String, List<String>> begun = new LinkedHashMap<>();
        begun.put("on", List.of(objective.text("objectiveId")));
        begun.put("title", List.of(objective.text("title")));
        var keyResults = objective.each("keyResults");
        for (int n = 0; n < keyResults.size(); n++) {
            var at = "keyResults.%d.".formatted(n);
            var each = keyResults.get(n);
            WORDS.forEach(word -> begun.put(at + word, List.of(each.text(word))));
            begun.put(at + "dueOn", List.of(times.field(each.instant("dueOn"))));
        }
        return QueryText.of(begun);
    }
}
