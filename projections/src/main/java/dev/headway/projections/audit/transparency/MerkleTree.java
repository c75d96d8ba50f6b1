package dev.headway.projections.audit.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of RFC 6962 of so many leaves, worked out from its tiles; of a tree that has grown since,
 * too. Reads as many tiles as the tree is high.
 */
public record MerkleTree(TileSource tiles, long size) {

    public TreeHash root() {
        return size == 0 ? TreeHash.ofNothing() : hash(0, size);
    }

    /** The hash of a leaf as the tiles have it. */
    public TreeHash leaf(long index) {
        return hash(index, index + 1);
    }

    /** The hashes that lead from a leaf to the root, the leaf's sibling first (2.1.1). */
    public List<TreeHash> inclusionProof(long leaf) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("There is no leaf " + leaf + " among " + size);
        }
        var proof = new ArrayList<TreeHash>();
        addInclusion(leaf, 0, size, proof);
        return proof;
    }

    /** The hashes that prove that it is an older tree, grown (2.1.2); none for an empty one. */
    public List<TreeHash> consistencyProof(long older) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException(size + " leaves did not grow from " + older);
        }
        var proof = new ArrayList<TreeHash>();
        if (older > 0) {
            addConsistency(older, 0, size, true, proof);
        }
        return proof;
    }

    private void addInclusion(long leaf, long from, long to, List<TreeHash> proof) {
        if (to - from == 1) {
            return;
        }
        var middle = from + split(to - from);
        if (leaf < middle) {
            addInclusion(leaf, from, middle, proof);
            proof.add(hash(middle, to));
        } else {
            addInclusion(leaf, middle, to, proof);
            proof.add(hash(from, middle));
        }
    }

    private void addConsistency(
            long older, long from, long to, boolean known, List<TreeHash> proof) {
        if (older == to) {
            if (!known) {
                proof.add(hash(from, to));
            }
            return;
        }
        var middle = from + split(to - from);
        if (older <= middle) {
            addConsistency(older, from, middle, known, proof);
            proof.add(hash(middle, to));
        } else {
            addConsistency(older, middle, to, false, proof);
            proof.add(hash(from, middle));
        }
    }

    /** The hash over the leaves from one up to another. */
    private TreeHash hash(long from, long to) {
        var leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return full(from, leaves);
        }
        var middle = from + split(leaves);
        return TreeHash.ofNode(hash(from, middle), hash(middle, to));
    }

    /** The same over a power of two of them, which the hashes in one tile suffice for. */
    private TreeHash full(long from, long leaves) {
        var height = Long.numberOfTrailingZeros(leaves);
        var level = height / TilePlace.HEIGHT;
        var first = from >>> (level * TilePlace.HEIGHT);
        var place = TilePlace.of(level, first);
        var offset = (int) (first % TilePlace.FULL);
        var hashes = tiles.tile(place, place.width(size));
        return TreeHash.above(hashes.subList(offset, offset + (1 << height % TilePlace.HEIGHT)));
    }

    /** The largest power of two that is smaller. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
