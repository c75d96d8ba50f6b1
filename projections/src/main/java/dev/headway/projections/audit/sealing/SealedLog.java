package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MerkleTree;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TileSource;
import dev.headway.projections.audit.transparency.TlogProof;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The log as it was at a checkpoint, whatever is sealed meanwhile.
 *
 * @param checkpoint the signed note
 * @param verifierKeys every key that ever signed, the newest first
 * @param leaves the positions of up to 256 leaves, by their number
 */
public record SealedLog(
        long size,
        String checkpoint,
        List<String> verifierKeys,
        TileSource tiles,
        LongFunction<List<Long>> leaves) {

    public Checkpoint body() {
        return Checkpoint.parse(SignedNote.parse(checkpoint).text());
    }

    /** That a leaf is in it. */
    public TlogProof proof(long leaf) {
        return new TlogProof(leaf, new MerkleTree(tiles, size).inclusionProof(leaf), checkpoint);
    }

    /** The position of the event that a leaf is of; empty where nobody knows any more. */
    public Optional<Long> position(long leaf) {
        var positions = leaves.apply(leaf / TilePlace.FULL);
        var place = (int) (leaf % TilePlace.FULL);
        return place < positions.size() ? Optional.of(positions.get(place)) : Optional.empty();
    }
}
