package dev.headway.projections.console.board;

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
public record BoardFilters(Map<String, List<String>> values) {

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
                    "ghostAfter",
                    "ghostBefore",
                    "asOf",
                    "asOfTime",
                    "sort");

    private static final Set<String> TIME = Set.of("asOf", "asOfTime");

    private static final Set<String> LEAVE_OUT_NOTHING = Set.of("sort", "asOf", "asOfTime");

    static BoardFilters of(MultiValueMap<String, String> parameters) {
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
        return new BoardFilters(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String one(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Whether anything is left out; neither the order nor another time leaves out any. */
    public boolean isNarrowed() {
        return values.keySet().stream().anyMatch(name -> !LEAVE_OUT_NOTHING.contains(name));
    }

    /** Where everything is seen in the same order, as of the same time. */
    public String unnarrowed() {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(LEAVE_OUT_NOTHING);
        return "/board" + new BoardFilters(kept).query();
    }

    /** Whether it is about how things stood, and not about how they stand. */
    public boolean isOfPast() {
        return values.containsKey("asOf");
    }

    /** When the board is of; nothing for now. */
    Map<String, List<String>> time() {
        Map<String, List<String>> time = new LinkedHashMap<>(values);
        time.keySet().retainAll(isOfPast() ? TIME : Set.of());
        return time;
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
        Map<String, List<String>> asked = new LinkedHashMap<>(values);
        if (isOfPast()) {
            asked.remove("sort"); // the past has no order but its own
        } else {
            asked.putIfAbsent("sort", List.of("ghostAt"));
        }
        return asked;
    }

    /** For counting under the same filters. */
    Map<String, List<String>> unsorted() {
        Map<String, List<String>> asked = new LinkedHashMap<>(values);
        asked.remove("sort");
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
        return values.isEmpty() ? "" : "?" + QueryText.of(values);
    }

    /** What the list is narrowed to, whatever its order, without the mark before it. */
    public String narrowing() {
        return QueryText.of(unsorted());
    }
}
