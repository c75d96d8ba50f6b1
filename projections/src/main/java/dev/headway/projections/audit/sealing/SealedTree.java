package dev.headway.projections.audit.sealing;

import static dev.headway.projections.audit.sealing.SealedBefore.require;

import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MerkleProof;
import dev.headway.projections.audit.transparency.MerkleTree;
import dev.headway.projections.audit.transparency.TileGrowth;
import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TreeHash;
import dev.headway.projections.log.EventBytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tree over all events: how it grows, and whether it grew as it should have. */
@Component
class SealedTree {

    private final LoggedEvents events;
    private final TileTable tiles;
    private final LeafTable leaves;

    SealedTree(LoggedEvents events, TileTable tiles, LeafTable leaves) {
        this.events = events;
        this.tiles = tiles;
        this.leaves = leaves;
    }

    TreeHash root(LogHead head) {
        return new MerkleTree(tiles, head.size()).root();
    }

    /** Adds the next events, at most so many. */
    LogHead grow(LogHead head, int most) {
        var added = events.bytes(head.position(), Long.MAX_VALUE, most);
        if (added.isEmpty()) {
            return head;
        }
        tiles.store(TileGrowth.of(tiles, head.size(), SealedEvents.hashes(added)));
        leaves.append(head.size(), added.stream().map(EventBytes::position).toList());
        return head.grown(added.size(), added.getLast().position());
    }

    /**
     * Reads everything again: the events, the last one sealed before among them, and what was made
     * of them.
     *
     * @throws SealingRefusedException when a bit of it is not as it should be
     */
    void requireGrown(LogHead from, LogHead to, Optional<Checkpoint> signed) {
        requireSealed(from);
        var added = (int) (to.size() - from.size());
        var again = events.bytes(from.position(), to.position(), added + 1);
        var grown = TileGrowth.of(tiles, from.size(), SealedEvents.hashes(again));
        require(
                again.size() == added && grown.entrySet().stream().allMatch(this::isStored),
                "what was written is not what is read");
        signed.filter(older -> older.size() > 0)
                .ifPresent(older -> requireConsistent(older, to.size()));
    }

    private boolean isStored(Map.Entry<TilePlace, List<TreeHash>> tile) {
        var hashes = tile.getValue();
        return tiles.tile(tile.getKey(), hashes.size()).equals(hashes);
    }

    /** The last event that is sealed is still what it was. */
    private void requireSealed(LogHead head) {
        if (head.size() > 0) {
            var last = events.bytes(head.position() - 1, head.position(), 1);
            var leaf = new MerkleTree(tiles, head.size()).leaf(head.size() - 1);
            require(
                    SealedEvents.hashes(last).equals(List.of(leaf)),
                    "the event at position %d is not the one that was sealed"
                            .formatted(head.position()));
        }
    }

    private void requireConsistent(Checkpoint older, long size) {
        var tree = new MerkleTree(tiles, size);
        require(
                MerkleProof.grew(
                        older.size(),
                        older.root(),
                        size,
                        tree.root(),
                        tree.consistencyProof(older.size())),
                "%d events did not grow from %d".formatted(size, older.size()));
    }
}
