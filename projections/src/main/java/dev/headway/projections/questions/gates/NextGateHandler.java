package dev.headway.projections.questions.gates;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.questions.PartnershipEvents;
import dev.headway.projections.questions.gates.GateAhead.Asking;
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
 * The gates ahead of the partnerships that events happened to. What is known of a partnership is
 * loaded once, as it is by then, and goes on from there; events that were seen in it already change
 * nothing, so that a rebuild loads each of them once at the most.
 */
final class NextGateHandler implements BatchHandler {

    /** Loaded, asked and written together when all are asked again. */
    private static final int CHUNK = 1_000;

    private final NextGateTable table;
    private final GateAhead gates;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, List<GateTime>> written = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Map<String, Instant> lastAt = new HashMap<>();

    NextGateHandler(NextGateTable table, GateAhead gates) {
        this.table = table;
        this.gates = gates;
    }

    @Override
    public void on(List<RecordedEvent> page) {
        look(PartnershipEvents.in(page));
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
        var id = restatement.partnershipId();
        seen.put(id, restatement.cause().version());
        known.put(id, gates.load(id));
        changed(restatement.cause());
    }

    @Override
    public void flush() {
        if (changed.isEmpty()) {
            return;
        }
        var kept = new HashMap<String, List<GateTime>>();
        changed.forEach(
                id ->
                        keep(
                                id,
                                Objects.requireNonNull(known.get(id)),
                                gates.asking(Objects.requireNonNull(lastAt.get(id))),
                                kept));
        table.store(kept);
        changed.clear();
    }

    @Override
    public int buffered() {
        return seen.size();
    }

    private void look(List<RecordedEvent> events) {
        for (var recorded : events) {
            if (recorded.version() > seen.getOrDefault(recorded.stream(), 0L)) {
                go(recorded);
            }
            changed(recorded);
        }
    }

    private void go(RecordedEvent recorded) {
        var id = recorded.stream();
        var before = recorded.version() == 1 ? gates.none() : known.get(id);
        var next =
                before != null && before.version() == recorded.version() - 1
                        ? before.after((PartnershipEvent) recorded.event())
                        : before != null && before.version() >= recorded.version()
                                ? before
                                : gates.load(id);
        known.put(id, next);
        seen.put(id, Math.max(next.version(), recorded.version()));
    }

    /**
     * It is asked as of its last event, whenever that is looked at, so that a rebuild says the
     * same.
     */
    private void changed(RecordedEvent recorded) {
        changed.add(recorded.stream());
        lastAt.merge(recorded.stream(), recorded.recordedAt(), NextGateHandler::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void keep(String id, Known now, Asking asking, Map<String, List<GateTime>> kept) {
        var times = asking.times(now);
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
        var asking = gates.asking(at);
        var last = "";
        List<String> page;
        do {
            page = table.partnershipsAfter(last, CHUNK);
            var kept = new HashMap<String, List<GateTime>>();
            for (var id : page) {
                lastAt.merge(id, at, NextGateHandler::later);
                var standing = known.get(id);
                keep(id, standing == null ? gates.load(id) : standing, asking, kept);
                if (standing == null) {
                    written.remove(id);
                }
                last = id;
            }
            table.store(kept);
        } while (page.size() == CHUNK);
    }
}
