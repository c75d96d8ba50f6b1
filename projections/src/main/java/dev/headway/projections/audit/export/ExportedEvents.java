package dev.headway.projections.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.audit.sealing.LoggedEvents;
import dev.headway.projections.audit.sealing.SealedEvents;
import dev.headway.projections.audit.sealing.SealedLog;
import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.log.EventBytes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a part of the log as they are stored now, and not as they were sealed: telling
 * these apart is for whoever verifies.
 */
final class ExportedEvents {

    /** At most as many are in memory. */
    private static final int PAGE_SIZE = 1_000;

    private final SealedLog log;
    private final LoggedEvents events;
    private final ExportPeriod period;

    ExportedEvents(SealedLog log, LoggedEvents events, ExportPeriod period) {
        this.log = log;
        this.events = events;
        this.period = period;
    }

    /** Takes one after the other. */
    @FunctionalInterface
    interface Sink {

        void accept(ExportLine line) throws IOException;
    }

    void write(ExportedRange range, Sink sink) throws IOException {
        long after =
                range.first() == 0
                        ? Long.MIN_VALUE
                        : log.position(range.first()).map(first -> first - 1).orElse(0L);
        for (var leaf = range.first(); leaf < range.end(); leaf = behindBundle(leaf, range)) {
            var first = leaf - leaf % TilePlace.FULL;
            var known = log.leaves().apply(leaf / TilePlace.FULL);
            var positions = known.subList(0, (int) Math.min(range.end() - first, known.size()));
            if (!positions.isEmpty()) {
                write(after, first, positions, sink);
                after = positions.getLast();
            }
        }
    }

    private static long behindBundle(long leaf, ExportedRange range) {
        return Math.min(range.end(), leaf - leaf % TilePlace.FULL + TilePlace.FULL);
    }

    /** Events after a position up to the last of these. */
    private void write(long after, long first, List<Long> positions, Sink sink) throws IOException {
        var page = events.bytes(after, positions.getLast(), PAGE_SIZE);
        while (!page.isEmpty()) {
            for (var event : page) {
                var place = positions.indexOf(event.position());
                sink.accept(line(place < 0 ? null : first + place, event));
            }
            page = events.bytes(page.getLast().position(), positions.getLast(), PAGE_SIZE);
        }
    }

    private ExportLine line(@Nullable Long leaf, EventBytes event) {
        var entry = SealedEvents.entry(event);
        var whole =
                ExportLine.whole(
                        leaf,
                        entry,
                        new String(event.payload(), UTF_8),
                        new String(event.metadata(), UTF_8));
        return period.has(whole) ? whole : ExportLine.digest(leaf, entry);
    }
}
