package dev.headway.projections.questions.gates;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.questions.PartnershipEvents;
import dev.headway.projections.questions.gates.GateAhead.Known;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gates ahead of the partnerships that events happened to. Whose beginning was not seen is
 * loaded as it is by then, many at once, and goes on from there; the events that were seen in it
 * already change nothing, so that catching up and a rebuild load each partnership once at the most.
 * It is asked as of its last event, whenever that is looked at, so that a rebuild says the same.
 */
final class NextGateHandler implements BatchHandler {

    /** Loaded, asked and written together when all are asked again. */
    private static final int CHUNK = 1_000;

    /** So many are known from one batch to the next; whoever else comes is loaded again. */
    private static final int KEPT = 6_000;

    private final NextGateTable table;
    private final GateAhead gates;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, List<GateTime>> written = new HashMap<>();

    /** As what was written was asked of it; most events change nothing that a gate looks at. */
    private final Map<String, Known> asked = new HashMap<>();

    private final Set<String> changed = new HashSet<>();

    /** Up to which version a partnership was seen that was loaded before its events came by. */
    private final Map<String, Long> seen = new HashMap<>();

    NextGateHandler(NextGateTable table, GateAhead gates) {
        this.table = table;
        this.gates = gates;
    }

    @Override
    public void on(List<RecordedEvent> page) {
        var events = PartnershipEvents.in(page).stream().filter(this::isNew).toList();
        load(events);
        events.forEach(this::go);
        page.stream()
                .filter(each -> each.event() instanceof ProgramChanged)
                .map(RecordedEvent::recordedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(
                        at -> {
                            flush();
                            askAllAgain(at);
                        });
    }

    /** What was put right is in the store. */
    @Override
    public void restate(Restatement restatement) {
        var cause = restatement.cause();
        if (isNew(cause)) {
            load(Set.of(cause.stream()));
        }
    }

    @Override
    public void flush() {
        if (!changed.isEmpty()) {
            var kept = new HashMap<String, List<GateTime>>();
            var asking = gates.asking();
            for (var id : changed) {
                var now = Objects.requireNonNull(known.get(id));
                if (!isStillAs(id, now)) {
                    keep(id, asking.times(now, now.recordedAt()), kept);
                    asked.put(id, now);
                }
            }
            table.store(kept);
            changed.clear();
        }
        if (known.size() > KEPT) {
            known.clear();
            written.clear();
            asked.clear();
        }
    }

    /** Whether nothing a gate looks at has changed, and time has not passed any change either. */
    private boolean isStillAs(String id, Known now) {
        var before = asked.get(id);
        var times = written.get(id);
        return before != null
                && times != null
                && now.isAskedAs(before)
                && (times.size() < 2 || times.get(1).from().isAfter(now.recordedAt()));
    }

    @Override
    public int buffered() {
        return known.size();
    }

    /** Whether it was not seen yet in what was loaded. */
    private boolean isNew(RecordedEvent recorded) {
        var upTo = seen.getOrDefault(recorded.stream(), 0L);
        if (recorded.version() >= upTo) {
            seen.remove(recorded.stream());
        }
        return recorded.version() > upTo;
    }

    /** Those of which something between what is known and what comes next is missing. */
    private void load(List<RecordedEvent> events) {
        var missing = new HashSet<String>();
        var met = new HashSet<String>();
        for (var recorded : events) {
            if (met.add(recorded.stream())
                    && recorded.version() - 1 > versionOf(recorded.stream())) {
                missing.add(recorded.stream());
            }
        }
        load(missing);
    }

    private void load(Set<String> partnerships) {
        if (!partnerships.isEmpty()) {
            gates.load(partnerships)
                    .forEach(
                            (id, loaded) -> {
                                known.put(id, loaded);
                                seen.put(id, loaded.version());
                                changed.add(id);
                            });
        }
    }

    private long versionOf(String id) {
        var before = known.get(id);
        return before == null ? 0 : before.version();
    }

    private void go(RecordedEvent recorded) {
        var before = known.getOrDefault(recorded.stream(), gates.none());
        if (before.version() < recorded.version()) {
            known.put(recorded.stream(), before.after(recorded));
            changed.add(recorded.stream());
        }
        if (recorded.version() >= seen.getOrDefault(recorded.stream(), Long.MAX_VALUE)) {
            seen.remove(recorded.stream());
        }
    }

    private void keep(String id, List<GateTime> times, Map<String, List<GateTime>> kept) {
        if (!says(times, written.get(id))) {
            written.put(id, times);
            kept.put(id, times);
        }
    }

    /** Whether it says what was written; the first time has always held. */
    private static boolean says(List<GateTime> times, @Nullable List<GateTime> before) {
        return before != null
                && before.size() == times.size()
                && (times.isEmpty() || times.getFirst().isAs(before.getFirst()))
                && times.stream().skip(1).toList().equals(before.stream().skip(1).toList());
    }

    /** Another policy asks for something else; a page of partnerships at a time. */
    private void askAllAgain(Instant at) {
        var asking = gates.asking();
        var last = "";
        List<String> page;
        do {
            page = table.partnershipsAfter(last, CHUNK);
            var standing = gates.load(unknown(page));
            var kept = new HashMap<String, List<GateTime>>();
            for (var id : page) {
                var now = Objects.requireNonNull(standing.getOrDefault(id, known.get(id)));
                var from = now.recordedAt().isAfter(at) ? now.recordedAt() : at;
                keep(id, asking.times(now, from), kept);
                last = id;
            }
            table.store(kept);
            written.keySet().removeAll(standing.keySet());
        } while (page.size() == CHUNK);
    }

    private List<String> unknown(List<String> page) {
        return page.stream().filter(id -> !known.containsKey(id)).toList();
    }
}
