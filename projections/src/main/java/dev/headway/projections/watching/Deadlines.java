package dev.headway.projections.watching;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is promised for a date and still open: steps, bends, obligations.
 *
 * @param byId ids of what is open
 */
record Deadlines(Map<String, Deadline> byId) {

    static final Deadlines NONE = new Deadlines(Map.of());

    /**
     * @param about what was promised, in words
     * @param date the event that set the date, and the date
     */
    record Deadline(String about, Mark date) {}

    int count() {
        return byId.size();
    }

    Deadlines with(String id, String about, Mark date) {
        var more = new TreeMap<>(byId);
        more.put(id, new Deadline(about, date));
        return new Deadlines(Collections.unmodifiableMap(more));
    }

    /** What is not open stays as it is. */
    Deadlines moved(String id, Mark date) {
        var open = byId.get(id);
        return open == null ? this : with(id, open.about(), date);
    }

    Deadlines without(String id) {
        var fewer = new TreeMap<>(byId);
        fewer.remove(id);
        return new Deadlines(Collections.unmodifiableMap(fewer));
    }

    /** One for each that is open. */
    Stream<Watch> watches(Rule rule, Facts facts) {
        return byId.entrySet().stream()
                .map(
                        open ->
                                Watch.of(
                                        rule,
                                        open.getKey(),
                                        open.getValue().about(),
                                        facts,
                                        open.getValue().date()));
    }
}
