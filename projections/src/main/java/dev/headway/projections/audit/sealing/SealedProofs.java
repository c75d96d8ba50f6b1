package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.MerkleTree;
import dev.headway.projections.audit.transparency.TilePath;
import dev.headway.projections.audit.transparency.TlogProof;
import dev.headway.projections.audit.transparency.TreeHash;
import dev.headway.projections.log.EventBytes;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whatever of the sealed log proves something to others: proofs, tiles, entries. */
@Component
public class SealedProofs {

    private final CheckpointTable checkpoints;
    private final TileTable tiles;
    private final LeafTable leaves;
    private final LoggedEvents events;
    private final LogTable log;

    SealedProofs(
            CheckpointTable checkpoints,
            TileTable tiles,
            LeafTable leaves,
            LoggedEvents events,
            LogTable log) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.leaves = leaves;
        this.events = events;
        this.log = log;
    }

    /** That the event at a position is in the log; empty while it is not sealed. */
    Optional<TlogProof> proof(long position) {
        return leaves.leafAt(position)
                .flatMap(
                        leaf ->
                                checkpoints
                                        .newest()
                                        .filter(newest -> leaf < newest.size())
                                        .map(newest -> proof(leaf, newest)));
    }

    private TlogProof proof(long leaf, SealedCheckpoint at) {
        return new TlogProof(
                leaf, new MerkleTree(tiles, at.size()).inclusionProof(leaf), at.note());
    }

    /** The bytes of a tile, or of the entries under it; empty where none was signed. */
    Optional<byte[]> bytes(TilePath asked) {
        var size = log.head().map(LogHead::size).orElse(0L);
        if (asked.width() > asked.place().width(size)) {
            return Optional.empty();
        }
        return asked.entries()
                ? entries(asked.place().number(), asked.width())
                : Optional.of(TreeHash.bytesOf(tiles.tile(asked.place(), asked.width())));
    }

    /** Each with its length before it; empty where the events are not those that were sealed. */
    private Optional<byte[]> entries(long bundle, int width) {
        var known = leaves.positions(bundle);
        var positions = known.subList(0, Math.min(width, known.size()));
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        var stored = events.bytes(positions.getFirst() - 1, positions.getLast(), width + 1);
        if (!stored.stream().map(EventBytes::position).toList().equals(positions)) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        for (var event : stored) {
            var entry = SealedEvents.entry(event).bytes();
            bytes.write(entry.length >> Byte.SIZE);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return Optional.of(bytes.toByteArray());
    }

    /** All of the log that is sealed; empty before the first checkpoint. */
    public Optional<SealedLog> newest() {
        return checkpoints
                .newest()
                .map(
                        newest ->
                                new SealedLog(
                                        newest.size(),
                                        newest.note(),
                                        checkpoints.keys(),
                                        tiles,
                                        leaves::positions));
    }
}
