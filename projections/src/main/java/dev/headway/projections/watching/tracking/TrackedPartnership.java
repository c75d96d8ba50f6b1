package dev.headway.projections.watching.tracking;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.watching.facts.Anchor;
import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.rules.Watch;
import dev.headway.projections.watching.rules.Watch.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One partnership while batches are worked in: its facts, and what its watches have come to. */
final class TrackedPartnership {

    private final String partnershipId;
    private final Map<Key, Change> changes = new LinkedHashMap<>();
    private final CriteriaEvaluator criteria;
    private WatchedFacts stored;
    private long storedPosition;
    private long position;
    private WatchedFacts facts;
    private @Nullable Map<Key, Watch> watches;
    private CriteriaEvaluator.@Nullable Life life;

    /**
     * A watch that has begun, moved or ended.
     *
     * @param watch how it is now, or null when there is nothing to watch any more
     * @param severity the rule's
     * @param ended the events that left the rule not due, or null when it has been due all the time
     *     and only its anchor moved
     * @param knownAt since when Headway has known that it is due when it is
     */
    record Change(
            @Nullable Watch watch,
            Rule.Severity severity,
            @Nullable Ended ended,
            Instant knownAt) {}

    /**
     * What ended an episode.
     *
     * @param by id of the first such event
     * @param first its position
     * @param last position of the newest such event
     */
    record Ended(String by, long first, long last) {}

    TrackedPartnership(
            String partnershipId, long position, WatchedFacts facts, CriteriaEvaluator criteria) {
        this.partnershipId = partnershipId;
        this.criteria = criteria;
        this.position = position;
        this.stored = facts;
        this.storedPosition = position;
        this.facts = facts;
    }

    String partnershipId() {
        return partnershipId;
    }

    long position() {
        return position;
    }

    WatchedFacts facts() {
        return facts;
    }

    /** Whether anything but its marks is not as it was read. */
    boolean areFactsOthers() {
        return !facts.marked(stored.marks()).equals(stored);
    }

    /** Whether anything of it has changed, its marks included. */
    boolean hasChanged() {
        return position > storedPosition;
    }

    /** What has changed is in its tables now. */
    void stored() {
        stored = facts;
        storedPosition = position;
        changes.clear();
        watches = null; // they follow from the facts
        life = null;
    }

    Map<Key, Change> changes() {
        return changes;
    }

    void on(RecordedEvent recorded, PartnershipEvent event, DueDates dates) {
        if (recorded.position() <= position) {
            return;
        }
        var next = excused(facts.evolve(event, Anchor.of(recorded)), recorded, event);
        if (next.equals(facts)) {
            return;
        }
        var before = watches();
        facts = next;
        position = recorded.position(); // the same, however events are cut into batches
        var after = byKey(facts);
        watches = after;
        before.forEach(
                (key, watch) -> {
                    if (!after.containsKey(key)) {
                        change(key, null, watch.rule(), true, recorded);
                    }
                });
        after.forEach(
                (key, watch) -> {
                    if (!watch.equals(before.get(key))) {
                        var rests = dates.due(watch).isAfter(recorded.recordedAt());
                        change(key, watch, watch.rule(), rests, recorded);
                    }
                });
    }

    private Map<Key, Watch> watches() {
        return watches == null ? byKey(facts) : watches;
    }

    /** What waivers excuse is looked at anew after every event of a life that has any. */
    private WatchedFacts excused(
            WatchedFacts next, RecordedEvent recorded, PartnershipEvent event) {
        var excused = next.waivers().granted().keySet();
        if (excused.isEmpty()) {
            life = null;
            return next;
        }
        if (life == null) {
            life = criteria.of(partnershipId, recorded.version());
        }
        life.on(event);
        return next.looking(life.unmetOf(excused, recorded.recordedAt()), Anchor.of(recorded));
    }

    private void change(
            Key key, @Nullable Watch watch, Rule rule, boolean ends, RecordedEvent recorded) {
        var earlier = changes.get(key);
        var before = earlier == null ? null : earlier.ended();
        changes.put(
                key,
                new Change(
                        watch,
                        rule.severity(),
                        ends ? ended(before, recorded) : before,
                        recorded.recordedAt()));
    }

    private static Ended ended(@Nullable Ended before, RecordedEvent recorded) {
        var position = recorded.position();
        return before == null
                ? new Ended(recorded.eventId(), position, position)
                : new Ended(before.by(), before.first(), position);
    }

    private static Map<Key, Watch> byKey(WatchedFacts facts) {
        return Rules.watches(facts).collect(Collectors.toMap(Watch::key, Function.identity()));
    }
}
