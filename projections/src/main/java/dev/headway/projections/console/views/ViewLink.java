package dev.headway.projections.console.views;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.QueryText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A saved view, as whoever reads pages sees it. */
public record ViewLink(ApiObject of) {

    private static final Map<String, String> PAGES =
            Map.of("partnerships", "/board", "alerts", "/alerts", "next-steps", "/steps");

    /** The page that shows it; empty where there is none. */
    public String address() {
        var page = PAGES.get(of.text("list"));
        if (page == null) {
            return "";
        }
        var query = of.text("query");
        // the page of steps shows one's own where nobody is named, and the list everybody's
        var everybody = page.equals("/steps") && !QueryText.parse(query).containsKey("owner");
        return page + "?" + query + (everybody ? (query.isEmpty() ? "" : "&") + "owner=all" : "");
    }

    public boolean isMine() {
        return of.flag("mine");
    }

    /** Whose it is, in words. */
    public String whose() {
        if (isMine()) {
            return of.flag("shared") ? "yours, for everybody" : "yours";
        }
        return "shared by " + of.text("owner");
    }

    /** Whether a list that is asked so shows the same. */
    boolean isSameAs(Map<String, List<String>> asked) {
        return sets(QueryText.parse(of.text("query"))).equals(sets(asked));
    }

    private static Map<String, Set<String>> sets(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, each -> new HashSet<>(each.getValue())));
    }
}
