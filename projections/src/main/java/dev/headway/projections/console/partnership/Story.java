package dev.headway.projections.console.partnership;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What happened last, the latest first: by the day on which it happened, and what happened on one
 * day as it was recorded.
 *
 * @param more where the older ones begin; empty where that is all
 */
public record Story(List<StoryEntry> entries, String more) {

    private static final int PAGE = 50;

    /** Pages that are read to find the end, where the API tells only from the beginning. */
    private static final int PAGES = 20;

    /** Of the frame that the older ones come into, as their own answer names it. */
    public String moreId() {
        return frame(more);
    }

    static String frame(String cursor) {
        return "story-" + Integer.toHexString(cursor.hashCode());
    }

    static Story of(HeadwayApi api, UUID id, String cursor) {
        var asked = new LinkedHashMap<String, List<String>>();
        asked.put("time", List.of("day"));
        asked.put("order", List.of("desc"));
        asked.put("limit", List.of(Integer.toString(PAGE)));
        if (!cursor.isEmpty()) {
            asked.put("cursor", List.of(cursor));
        }
        try {
            var page = api.ask(path(id), asked).body();
            return new Story(entries(page), page.text("nextCursor"));
        } catch (ApiProblem problem) {
            if (problem.status() != 400 || !cursor.isEmpty()) {
                throw problem;
            }
            return fromTheBeginning(api, id);
        }
    }

    private static Story fromTheBeginning(HeadwayApi api, UUID id) {
        List<StoryEntry> all = new ArrayList<>();
        var cursor = "";
        for (int page = 0; page < PAGES && (page == 0 || !cursor.isEmpty()); page++) {
            var asked =
                    cursor.isEmpty()
                            ? Map.<String, List<String>>of()
                            : Map.of("cursor", List.of(cursor));
            var answer = api.ask(path(id), asked).body();
            all.addAll(entries(answer));
            cursor = answer.text("nextCursor");
        }
        Collections.reverse(all);
        return new Story(all, "");
    }

    private static List<StoryEntry> entries(ApiObject page) {
        return page.each("items").stream()
                .map(StoryEntry::new)
                .filter(entry -> !entry.isHalf() && !entry.isRow())
                .toList();
    }

    private static String path(UUID id) {
        return "/partnerships/" + id + "/history";
    }
}
