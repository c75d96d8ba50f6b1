package dev.headway.projections.console.views;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.QueryText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The views of one list, beside what its page shows now.
 *
 * @param list as the API names it
 * @param asked how the page narrows it now
 */
public record SavedViews(String list, Map<String, List<String>> asked, List<ViewLink> links) {

    private static final String MOST = "200";

    public static SavedViews ask(HeadwayApi api, String list, Map<String, List<String>> asked) {
        var query = Map.of("list", List.of(list), "limit", List.of(MOST));
        return new SavedViews(list, asked, links(api, query));
    }

    /** One's own and what others share, of every list. */
    public static List<ViewLink> all(HeadwayApi api) {
        return links(api, Map.of("limit", List.of(MOST)));
    }

    private static List<ViewLink> links(HeadwayApi api, Map<String, List<String>> query) {
        return api.ask("/views", query).body().each("items").stream().map(ViewLink::new).toList();
    }

    /** As it would be kept. */
    public String query() {
        return QueryText.of(asked);
    }

    public boolean isCurrent(ViewLink link) {
        return link.isSameAs(asked);
    }

    /** The one that the page shows; one's own first. Null where it shows none. */
    public @Nullable ViewLink current() {
        return links.stream()
                .filter(this::isCurrent)
                .min((a, b) -> Boolean.compare(b.isMine(), a.isMine()))
                .orElse(null);
    }

    public boolean isNew() {
        return !asked.isEmpty() && current() == null;
    }
}
