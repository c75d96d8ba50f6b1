package dev.headway.projections.console.board;

import dev.headway.projections.console.layout.LookBack;
import dev.headway.projections.console.layout.OwnerChoice;
import dev.headway.projections.console.layout.QueryText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * What the board is narrowed to; the address says all of it, so that what one sees can be sent on.
 */
public record BoardFilters(Map<String, List<String>> values, LookBack then) {

    private static final String SORT = "sort";

    /** As the list of the API has them. */
    private static final List<String> NAMES =
            List.of(
                    "q",
                    "pattern",
                    "type",
                    "classification",
                    "owner",
                    "ghost",
                    "stepsSecured",
                    "segment",
                    "seatVacant",
                    "openRule",
                    "criteriaHeldAtLeast",
                    "criterionUnmet",
                    "waiversWaiting",
                    "partnerId",
                    "ghostAfter",
                    "ghostBefore",
                    SORT);

    /**
     * @param then the time that the board is of
     */
    static BoardFilters of(MultiValueMap<String, String> parameters, LookBack then) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (var name : NAMES) {
            var given =
                    parameters.getOrDefault(name, List.of()).stream()
                            .filter(value -> OwnerChoice.narrows(name, value))
                            .toList();
            if (!given.isEmpty()) {
                values.put(name, given);
            }
        }
        return new BoardFilters(values, then);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String one(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Whether anything is left out; neither the order nor another time leaves out any. */
    public boolean isNarrowed() {
        return values.keySet().stream().anyMatch(name -> !name.equals(SORT));
    }

    /** Where everything is seen in the same order, as of the same time. */
    public String unnarrowed() {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(Set.of(SORT));
        return "/board" + new BoardFilters(kept, then).query();
    }

    /** Whether it is about how things stood, and not about how they stand. */
    public boolean isOfPast() {
        return then.isAsked();
    }

    /** Where the same is seen as it stands now. */
    public String now() {
        return "/board" + (values.isEmpty() ? "" : "?" + QueryText.of(values));
    }

    /** All that the address says. */
    Map<String, List<String>> typed() {
        Map<String, List<String>> typed = new LinkedHashMap<>(values);
        typed.putAll(then.typed());
        return typed;
    }

    /** The same where it goes on: of the same instant, however long that takes. */
    Map<String, List<String>> pinned() {
        Map<String, List<String>> pinned = new LinkedHashMap<>(values);
        pinned.putAll(then.asked());
        return pinned;
    }

    /** For the list of the API, of one stage. */
    Map<String, List<String>> of(String stage, int limit) {
        var asked = unstaged();
        asked.put("stage", List.of(stage));
        asked.put("limit", List.of(Integer.toString(limit)));
        return asked;
    }

    /** For the list of the API, of all stages. */
    Map<String, List<String>> unstaged() {
        var asked = pinned();
        if (isOfPast()) {
            asked.remove(SORT); // the past has no order but its own
        } else {
            asked.putIfAbsent(SORT, List.of("ghostAt"));
        }
        return asked;
    }

    /** For counting under the same filters. */
    Map<String, List<String>> unsorted() {
        var asked = pinned();
        asked.remove(SORT);
        return asked;
    }

    /** For counting the ghost towns among them. */
    Map<String, List<String>> ghostTowns() {
        var asked = unsorted();
        asked.put("ghost", List.of("true"));
        return asked;
    }

    /** As an address ends with it; empty for everything. */
    public String query() {
        var typed = typed();
        return typed.isEmpty() ? "" : "?" + QueryText.of(typed);
    }

    /** What the list is narrowed to, whatever its order, without the mark before it. */
    public String narrowing() {
        return QueryText.of(unsorted());
    }
}
