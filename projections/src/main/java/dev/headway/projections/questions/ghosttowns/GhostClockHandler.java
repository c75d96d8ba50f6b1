package dev.headway.projections.questions.ghosttowns;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.questions.PartnershipEvents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clocks that events set; each is read once, and written once a batch. */
final class GhostClockHandler implements BatchHandler {

    private final GhostClockTable table;
    private final Map<String, Optional<GhostClock>> clocks = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    GhostClockHandler(GhostClockTable table) {
        this.table = table;
    }

    @Override
    public void on(List<RecordedEvent> page) {
        var events = PartnershipEvents.in(page);
        var unseen = PartnershipEvents.partnerships(events);
        unseen.removeAll(clocks.keySet());
        if (!unseen.isEmpty()) {
            var found = table.clocksOf(unseen);
            unseen.forEach(id -> clocks.put(id, Optional.ofNullable(found.get(id))));
        }
        for (var event : events) {
            clocks.computeIfPresent(event.stream(), (_, known) -> evolve(known, event));
            changed.add(event.stream());
        }
    }

    @Override
    public void restate(Restatement restatement) {
        var id = restatement.partnershipId();
        GhostClock clock = null;
        for (var event : restatement.counting()) {
            clock = GhostClock.evolve(clock, event);
        }
        table.delete(id);
        clocks.put(id, Optional.ofNullable(clock));
        changed.add(id);
    }

    @Override
    public void flush() {
        table.store(changed.stream().map(clocks::get).flatMap(Optional::stream).toList());
        changed.clear();
    }

    @Override
    public int buffered() {
        return clocks.size();
    }

    private static Optional<GhostClock> evolve(Optional<GhostClock> known, RecordedEvent event) {
        return Optional.ofNullable(GhostClock.evolve(known.orElse(null), event));
    }
}
