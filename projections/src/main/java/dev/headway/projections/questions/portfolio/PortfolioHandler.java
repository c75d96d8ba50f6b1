package dev.headway.projections.questions.portfolio;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.questions.PartnershipEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries that events change; voided ones stay, and are marked. */
final class PortfolioHandler implements BatchHandler {

    private final PortfolioTable table;

    PortfolioHandler(PortfolioTable table) {
        this.table = table;
    }

    @Override
    public void on(List<RecordedEvent> page) {
        var events = PartnershipEvents.in(page, PortfolioEntry::dependsOn);
        if (events.isEmpty()) {
            return;
        }
        var entries = table.entriesOf(PartnershipEvents.partnerships(events));
        evolve(entries, events);
        table.store(entries.values());
    }

    @Override
    public void restate(Restatement restatement) {
        table.delete(restatement.partnershipId());
        var entries = new HashMap<String, PortfolioEntry>();
        evolve(entries, restatement.history());
        table.store(entries.values());
    }

    private static void evolve(Map<String, PortfolioEntry> entries, List<RecordedEvent> events) {
        events.forEach(
                event ->
                        entries.compute(
                                event.stream(), (_, entry) -> PortfolioEntry.evolve(entry, event)));
    }
}
