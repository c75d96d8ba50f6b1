package dev.headway.projections.audit.verifying;

import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TileSource;
import dev.headway.projections.audit.transparency.TreeHash;
import java.util.ArrayDeque;
import java.util.Deque;

/** The root of a tree over some of another tree's leaves. */
record LeavesRoot(TileSource tiles, long size) {

    private record Full(long leaves, TreeHash hash) {}

    /**
     * @param first index of the first leaf
     * @param end index behind the last one
     */
    TreeHash of(long first, long end) {
        Deque<Full> full = new ArrayDeque<>();
        for (long leaf = first; leaf < end; leaf++) {
            var next = new Full(1, leaf(leaf));
            while (!full.isEmpty() && full.getLast().leaves() == next.leaves()) {
                next = above(full.removeLast(), next);
            }
            full.addLast(next);
        }
        if (full.isEmpty()) {
            return TreeHash.ofNothing();
        }
        var root = full.removeLast();
        while (!full.isEmpty()) {
            root = above(full.removeLast(), root);
        }
        return root.hash();
    }

    private TreeHash leaf(long index) {
        var place = new TilePlace(0, index / TilePlace.FULL);
        return tiles.tile(place, place.width(size)).get((int) (index % TilePlace.FULL));
    }

    private static Full above(Full left, Full right) {
        return new Full(left.leaves() + right.leaves(), TreeHash.ofNode(left.hash(), right.hash()));
    }
}
