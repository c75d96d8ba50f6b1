package dev.headway.projections.questions;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a page holds of partnerships' lives. */
public final class PartnershipEvents {

    private PartnershipEvents() {}

    public static List<RecordedEvent> in(List<RecordedEvent> page) {
        return in(page, _ -> true);
    }

    public static List<RecordedEvent> in(
            List<RecordedEvent> page, Predicate<PartnershipEvent> wanted) {
        return page.stream()
                .filter(
                        each ->
                                each.event() instanceof PartnershipEvent event
                                        && wanted.test(event))
                .toList();
    }

    /** The partnerships they happened to, each once. */
    public static Set<String> partnerships(Collection<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
