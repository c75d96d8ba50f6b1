package dev.headway.projections.audit.transparency;

import java.util.ArrayList;
import java.util.List;

/** Checks what {@link MerkleTree} gives out, as RFC 9162 does in sections 2.1.3.2 and 2.1.4.2. */
public final class MerkleProof {

    private long older;
    private long newer;

    private MerkleProof(long older, long newer) {
        this.older = older;
        this.newer = newer;
    }

    /** Whether a leaf is at an index in the tree of that size and root. */
    public static boolean includes(
            TreeHash leaf, long index, long size, TreeHash root, List<TreeHash> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        var climb = new MerkleProof(index, size - 1);
        var hash = leaf;
        for (var sibling : proof) {
            if (climb.newer == 0) {
                return false;
            }
            hash =
                    climb.isFromTheRight()
                            ? TreeHash.ofNode(sibling, hash)
                            : TreeHash.ofNode(hash, sibling);
            climb.up();
        }
        return climb.newer == 0 && hash.equals(root);
    }

    /** Whether a tree of one size and root is the other one, grown. */
    public static boolean grew(
            long olderSize,
            TreeHash olderRoot,
            long newerSize,
            TreeHash newerRoot,
            List<TreeHash> proof) {
        if (olderSize <= 0 || olderSize > newerSize) {
            return false;
        }
        if (olderSize == newerSize) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (proof.isEmpty()) {
            return false;
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(olderSize) == 1) {
            path.addFirst(olderRoot);
        }
        return climbs(olderSize, olderRoot, newerSize, newerRoot, path);
    }

    private static boolean climbs(
            long olderSize,
            TreeHash olderRoot,
            long newerSize,
            TreeHash newerRoot,
            List<TreeHash> path) {
        var climb = new MerkleProof(olderSize - 1, newerSize - 1);
        while (climb.older % 2 == 1) {
            climb.halve();
        }
        var olderHash = path.getFirst();
        var newerHash = path.getFirst();
        for (var sibling : path.subList(1, path.size())) {
            if (climb.newer == 0) {
                return false;
            }
            if (climb.isFromTheRight()) {
                olderHash = TreeHash.ofNode(sibling, olderHash);
                newerHash = TreeHash.ofNode(sibling, newerHash);
            } else {
                newerHash = TreeHash.ofNode(newerHash, sibling);
            }
            climb.up();
        }
        return climb.newer == 0 && olderHash.equals(olderRoot) && newerHash.equals(newerRoot);
    }

    private boolean isFromTheRight() {
        return older % 2 == 1 || older == newer;
    }

    /** One level; over all where there is nothing to the right, as well. */
    private void up() {
        if (older % 2 == 0 && older == newer) {
            while (older % 2 == 0 && older != 0) {
                halve();
            }
        }
        halve();
    }

    private void halve() {
        older /= 2;
        newer /= 2;
    }
}
