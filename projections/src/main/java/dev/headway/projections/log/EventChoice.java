package dev.headway.projections.log;

import java.util.List;

/**
 * Which events somebody wants of all there are.
 *
 * @param types by their stored names; all where there are none
 * @param streams what they belong to, as a partnership's id; all where there are none
 */
public record EventChoice(List<String> types, List<String> streams) {

    /** Everything. */
    public static final EventChoice ALL = new EventChoice(List.of(), List.of());

    public EventChoice {
        types = List.copyOf(types);
        streams = List.copyOf(streams);
    }

    /** Whether nothing is left out. */
    public boolean isAll() {
        return types.isEmpty() && streams.isEmpty();
    }
}
