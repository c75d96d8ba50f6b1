package dev.headway.projections.watching.facts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is promised for a date and still open: steps, bends, obligations.
 *
 * @param byId ids of what is open
 */
public record Deadlines(Map<String, Deadline> byId) {

    public static final Deadlines NONE = new Deadlines(Map.of());

    /**
     * @param about what was promised, in words
     * @param date the event that set the date, and the date
     */
    public record Deadline(String about, Anchor date) {}

    public int count() {
        return byId.size();
    }

    public Deadlines with(String id, String about, Anchor date) {
        var more = new TreeMap<>(byId);
        more.put(id, new Deadline(about, date));
        return new Deadlines(Collections.unmodifiableMap(more));
    }

    /** What is not open stays as it is. */
    public Deadlines moved(String id, Anchor date) {
        var open = byId.get(id);
        return open == null ? this : with(id, open.about(), date);
    }

    public Deadlines without(String id) {
        var fewer = new TreeMap<>(byId);
        fewer.remove(id);
        return new Deadlines(Collections.unmodifiableMap(fewer));
    }
}
