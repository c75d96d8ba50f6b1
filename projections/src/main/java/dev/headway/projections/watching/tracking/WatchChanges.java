package dev.headway.projections.watching.tracking;

import dev.headway.contracts.ProgramEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Watch;
import dev.headway.projections.watching.rules.Watch.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the watches of one partnership have come to since they were last written. */
final class WatchChanges {

    /** What ended an episode where that was no event of the partnership's. */
    static final String POLICY = "POLICY";

    private final Map<Key, Change> byKey = new LinkedHashMap<>();

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
     * @param by id of the first such event, or {@code POLICY}
     * @param first its position
     * @param last position of the newest such event
     * @param lastBy its id, or {@code POLICY}
     */
    record Ended(String by, long first, long last, String lastBy) {}

    Map<Key, Change> byKey() {
        return byKey;
    }

    void clear() {
        byKey.clear();
    }

    /** Adds what an event has made of the watches that there were before it. */
    void add(
            Map<Key, Watch> before, Map<Key, Watch> after, RecordedEvent recorded, DueDates dates) {
        before.forEach(
                (key, watch) -> {
                    if (!after.containsKey(key)) {
                        change(key, null, watch.rule(), true, recorded);
                    }
                });
        after.forEach(
                (key, watch) -> {
                    var was = before.get(key);
                    if (!watch.equals(was)) {
                        change(key, watch, hasRested(was, recorded, dates), recorded, dates);
                    }
                });
    }

    /** Adds what another policy has made of the watches that only some times are due. */
    void reevaluate(Map<Key, Watch> watches, RecordedEvent recorded, DueDates dates) {
        watches.forEach(
                (key, watch) -> {
                    if (watch.spans() != null) {
                        change(key, watch, false, recorded, dates);
                    }
                });
    }

    /** Whether time had ended what the event made due again. */
    private static boolean hasRested(
            @Nullable Watch before, RecordedEvent recorded, DueDates dates) {
        return before != null
                && before.spans() != null
                && !dates.isDue(before, recorded.recordedAt());
    }

    private void change(
            Key key, Watch watch, boolean hasRested, RecordedEvent recorded, DueDates dates) {
        var rests = hasRested || !dates.isDue(watch, recorded.recordedAt());
        change(key, watch, watch.rule(), rests, recorded);
    }

    private void change(
            Key key, @Nullable Watch watch, Rule rule, boolean ends, RecordedEvent recorded) {
        var earlier = byKey.get(key);
        var before = earlier == null ? null : earlier.ended();
        byKey.put(
                key,
                new Change(
                        watch,
                        rule.severity(),
                        ends ? ended(before, recorded) : before,
                        recorded.recordedAt()));
    }

    private static Ended ended(@Nullable Ended before, RecordedEvent recorded) {
        var position = recorded.position();
        var by = recorded.event() instanceof ProgramEvent ? POLICY : recorded.eventId();
        return before == null
                ? new Ended(by, position, position, by)
                : new Ended(before.by(), before.first(), position, by);
    }
}
