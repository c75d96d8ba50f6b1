package dev.headway.projections.watching.hindsight;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.watching.facts.Anchor;
import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.DueDates.DueTime;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.rules.Watch;
import dev.headway.projections.watching.rules.Watch.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a life in the order in which it was lived, and notes when a rule held that nothing
 * but events and policies end.
 */
final class RelivedLife {

    private final String partnershipId;
    private final String name;
    private final String rule;
    private final DueDates dates;
    private final List<PastEpisode> over = new ArrayList<>();
    private final Map<Key, PastEpisode> open = new LinkedHashMap<>();

    private RelivedLife(String partnershipId, String name, String rule, DueDates dates) {
        this.partnershipId = partnershipId;
        this.name = name;
        this.rule = rule;
        this.dates = dates;
    }

    /**
     * When the rule held, soonest first; what has not begun by now is left out.
     *
     * @param counting what holds of the events of one partnership, as they were recorded
     */
    static List<PastEpisode> of(
            List<RecordedEvent> counting, String rule, DueDates dates, Instant now) {
        if (counting.isEmpty()) {
            return List.of();
        }
        var lived =
                counting.stream()
                        .sorted(Comparator.comparing(each -> each.event().effectiveAt()))
                        .toList();
        var name = after(counting).name();
        var life = new RelivedLife(counting.getFirst().stream(), name, rule, dates);
        var facts = WatchedFacts.NONE;
        for (int each = 0; each < lived.size(); each++) {
            var event = lived.get(each);
            facts = evolve(facts, event);
            var isLast = each + 1 == lived.size();
            var next = isLast ? now : lived.get(each + 1).event().effectiveAt();
            life.on(event, facts, next.isBefore(now) ? next : now);
        }
        life.over.addAll(life.open.values());
        return life.over.stream().sorted(Comparator.comparing(PastEpisode::dueAt)).toList();
    }

    private static WatchedFacts after(List<RecordedEvent> events) {
        var facts = WatchedFacts.NONE;
        for (var each : events) {
            facts = evolve(facts, each);
        }
        return facts;
    }

    private static WatchedFacts evolve(WatchedFacts facts, RecordedEvent recorded) {
        return facts.evolve((PartnershipEvent) recorded.event(), Anchor.of(recorded));
    }

    /** Until the next event only time goes by. */
    private void on(RecordedEvent recorded, WatchedFacts facts, Instant next) {
        var at = recorded.event().effectiveAt();
        var watches =
                Rules.watches(facts)
                        .filter(watch -> watch.rule().id().equals(rule))
                        .collect(Collectors.toMap(Watch::key, Function.identity()));
        var ended = open.keySet().stream().filter(key -> !holds(watches.get(key), at)).toList();
        for (var key : ended) {
            over.add(open.remove(key).endedBy(recorded.eventId(), at));
        }
        watches.forEach(
                (key, watch) ->
                        dates.dueTimes(watch).stream()
                                .map(DueTime::due)
                                .filter(due -> due.isBefore(next))
                                .findFirst()
                                .ifPresent(due -> open.putIfAbsent(key, begun(watch, due))));
    }

    private boolean holds(@Nullable Watch watch, Instant at) {
        return watch != null && dates.isDue(watch, at);
    }

    private PastEpisode begun(Watch watch, Instant due) {
        return new PastEpisode(
                partnershipId, name, watch.about(), watch.anchor().at(), due, null, null);
    }
}
