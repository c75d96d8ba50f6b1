package dev.headway.projections.audit.verifying;

import dev.headway.projections.audit.export.ExportLine;
import dev.headway.projections.audit.export.ExportManifest;
import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TreeHash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds one event after the other against the tree's leaves, and each tile of leaves against the
 * level above.
 */
final class EventsCheck {

    private final ExportManifest manifest;
    private final ExportFile tiles;
    private final Set<Long> ends;
    private final Map<Long, Long> firstOfTile = new HashMap<>();
    private final Map<Long, Long> firstOfPart = new HashMap<>();
    private long expected;
    private @Nullable Long firstPosition;
    private @Nullable LogBefore before;
    private @Nullable Long last;
    private long whole;

    /**
     * @param ends of parts that were kept elsewhere: which leaves come next
     */
    EventsCheck(ExportManifest manifest, ExportFile tiles, Set<Long> ends) {
        this.ends = ends;
        this.manifest = manifest;
        this.tiles = tiles;
        this.expected = manifest.first();
    }

    /** The position behind the last event: where one is missing, it is the first bad one. */
    long positionBehind() {
        return last == null ? 1 : last + 1;
    }

    /** The position of the first event that is there; null before it. */
    @Nullable Long firstPosition() {
        return firstPosition;
    }

    /** The log that this one was begun in the place of, once its first event was seen. */
    @Nullable LogBefore logBefore() {
        return before;
    }

    /** Events that say what they say. */
    long whole() {
        return whole;
    }

    /** Where a leaf stands in the log, as far as that is known: else its tile's first event. */
    long positionNear(long leaf) {
        var known = firstOfPart.get(leaf);
        return known != null
                ? known
                : firstOfTile.getOrDefault(leaf / TilePlace.FULL, positionBehind());
    }

    void check(ExportLine event) throws NotAsSealedException {
        var leaf = event.leaf();
        if (leaf == null) {
            throw new NotAsSealedException(event.position(), "this event was never sealed");
        }
        if (leaf > expected && last == null && expected > 0) {
            last = event.position() - (leaf - expected) - 1;
        }
        if (leaf != expected) {
            throw new NotAsSealedException(
                    positionBehind(),
                    "the event that is leaf %d is not there, but leaf %d"
                            .formatted(expected, leaf));
        }
        firstOfTile.putIfAbsent(leaf / TilePlace.FULL, event.position());
        if (ends.contains(leaf)) {
            firstOfPart.put(leaf, event.position());
        }
        checkHash(leaf, event);
        checkPeriod(leaf, event);
        if (firstPosition == null) {
            firstPosition = event.position();
        }
        if (leaf == 0) {
            before = LogBefore.namedBy(event).orElse(null);
        }
        expected++;
        last = event.position();
        whole += event.saysAll() && !(leaf == 0 && before != null) ? 1 : 0;
        if (expected % TilePlace.FULL == 0) {
            checkTile(leaf);
        }
    }

    void checkEnd() throws NotAsSealedException {
        if (expected != manifest.end()) {
            throw new NotAsSealedException(
                    positionBehind(),
                    "%d events are missing at the end".formatted(manifest.end() - expected));
        }
        if (expected % TilePlace.FULL != 0) {
            checkTile(expected - 1);
        }
    }

    /** What is not full has no hash above it; the root has. */
    private void checkTile(long leaf) throws NotAsSealedException {
        var place = new TilePlace(0, leaf / TilePlace.FULL);
        if (place.width(manifest.size()) == TilePlace.FULL) {
            new TileCheck(tiles, manifest.size()).requireChild(place, positionNear(leaf));
        }
    }

    private void checkHash(long leaf, ExportLine event) throws NotAsSealedException {
        var place = new TilePlace(0, leaf / TilePlace.FULL);
        var hash = tiles.tile(place, place.width(manifest.size()));
        if (!hashOf(event).equals(hash.get((int) (leaf % TilePlace.FULL)))) {
            throw new NotAsSealedException(positionOf(event), "this event is not what was sealed");
        }
    }

    /** What an event says of its own position may be what is bad of it. */
    private long positionOf(ExportLine event) {
        return last == null && expected > 0 ? event.position() : positionBehind();
    }

    private TreeHash hashOf(ExportLine event) throws NotAsSealedException {
        try {
            return event.entry().hash();
        } catch (IllegalArgumentException e) {
            throw new NotAsSealedException(positionOf(event), String.valueOf(e.getMessage()));
        }
    }

    /** Nothing of the period is left out, neither in between nor before or behind. */
    private void checkPeriod(long leaf, ExportLine event) throws NotAsSealedException {
        try {
            var period = manifest.period();
            var recorded = Instant.parse(event.recordedAt());
            var hides =
                    (leaf == manifest.first() && leaf > 0 && !period.beginsAfter(recorded))
                            || (leaf == manifest.end() - 1
                                    && leaf < manifest.size() - 1
                                    && !period.endsBefore(recorded));
            if (hides || period.has(event) != event.saysAll()) {
                throw new NotAsSealedException(
                        event.position(), "something of the period is left out here");
            }
        } catch (DateTimeException _) {
            throw new NotAsSealedException(event.position(), "this event has no time");
        }
    }
}
