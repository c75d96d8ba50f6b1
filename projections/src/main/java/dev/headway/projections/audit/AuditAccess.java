package dev.headway.projections.audit;

import dev.headway.contracts.AuditEvent.AskedFilter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Where it is recorded who looks at the audit, before they are answered: whoever cannot be noted is
 * not answered. It is kept by whoever takes commands, with the caller of the request that is being
 * answered.
 */
public interface AuditAccess {

    /**
     * The entries are searched.
     *
     * @return the position of the note; a search sees what was recorded before it
     */
    long searched(List<AskedFilter> filters);

    /**
     * What is sealed is carried away.
     *
     * @param checkpointSize how many events are sealed
     */
    void exported(List<AskedFilter> filters, long checkpointSize);

    /**
     * A quarter's pack is made.
     *
     * @param quarter as {@code 2026-Q3}
     */
    void packMade(String quarter, List<AskedFilter> filters);

    /**
     * The events themselves are read on, after a position.
     *
     * @param after where whoever reads begins
     */
    void eventsRead(long after, List<AskedFilter> filters);

    /** What a question was narrowed to, which its order and its pages do not. */
    static List<AskedFilter> filters(MultiValueMap<String, String> parameters) {
        var byName = new TreeMap<>(parameters);
        byName.keySet().removeAll(List.of("cursor", "limit", "order"));
        return byName.entrySet().stream()
                .flatMap(each -> asked(each.getKey(), each.getValue()))
                .toList();
    }

    private static Stream<AskedFilter> asked(String name, List<String> values) {
        return values.stream().map(value -> new AskedFilter(name, value));
    }
}
