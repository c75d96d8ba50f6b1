package dev.headway.projections.changes;

import dev.headway.projections.changes.ChangeQueue.Waiting;
import dev.headway.projections.log.EventLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What somebody missed who comes back: everything after the position they know, told from the log,
 * so that it does not matter on which node they were. Some of it they may have been told before.
 */
final class MissedChanges {

    /** Whoever missed more asks anew for everything, which costs less. */
    static final int MAX_EVENTS = 5_000;

    private static final int PAGE = 500;

    private final EventLog log;
    private final AlertChangeTable alerts;

    MissedChanges(EventLog log, AlertChangeTable alerts) {
        this.log = log;
        this.alerts = alerts;
    }

    /**
     * @param known up to which position they were told
     * @param upTo the position, and {@code alertNumber} the alert change, after which they are told
     *     by their queue
     */
    Waiting after(long known, long upTo, long alertNumber) {
        if (known > upTo) {
            return new Waiting(List.of(), known > log.head(), upTo);
        }
        if (alerts.isDeletedAfter(known)) {
            return new Waiting(List.of(), true, upTo);
        }
        var missed = new LinkedHashMap<Change.Thing, Change>();
        var events = alertChanges(missed, known, alertNumber) + events(missed, known, upTo);
        return events > MAX_EVENTS
                ? new Waiting(List.of(), true, upTo)
                : new Waiting(new ArrayList<>(missed.values()), false, upTo);
    }

    private int alertChanges(
            SequencedMap<Change.Thing, Change> missed, long known, long alertNumber) {
        var rows = alerts.after(alerts.numberBefore(known), MAX_EVENTS + 1);
        rows.stream()
                .filter(each -> each.number() <= alertNumber)
                .map(each -> each.at(known))
                .forEach(each -> missed.put(each.thing(), each));
        return rows.size();
    }

    private int events(SequencedMap<Change.Thing, Change> missed, long known, long upTo) {
        var position = known;
        var events = 0;
        while (position < upTo && events <= MAX_EVENTS) {
            var page = log.readableAfter(position, PAGE);
            if (page.isEmpty()) {
                break;
            }
            for (var recorded : page) {
                if (recorded.position() <= upTo) {
                    Change.by(recorded)
                            .forEach(
                                    each -> {
                                        missed.remove(each.thing());
                                        missed.put(each.thing(), each);
                                    });
                }
            }
            events += page.size();
            position = page.getLast().position();
        }
        return events;
    }
}
