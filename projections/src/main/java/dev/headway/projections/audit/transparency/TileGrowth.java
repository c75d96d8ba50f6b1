package dev.headway.projections.audit.transparency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The tiles that change when a tree gets more leaves, each with all of its hashes. */
public final class TileGrowth {

    private final TileSource tiles;
    private final long size;
    private final SequencedMap<TilePlace, List<TreeHash>> changed = new LinkedHashMap<>();

    private TileGrowth(TileSource tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /**
     * @param tiles of a tree of {@code size} leaves
     * @param leaves the hashes of those that it gets
     */
    public static SequencedMap<TilePlace, List<TreeHash>> of(
            TileSource tiles, long size, List<TreeHash> leaves) {
        var growth = new TileGrowth(tiles, size);
        var added = leaves;
        for (int level = 0; !added.isEmpty(); level++) {
            added = growth.add(level, added);
        }
        return growth.changed;
    }

    /** Returns what the level above gets. */
    private List<TreeHash> add(int level, List<TreeHash> added) {
        var place = TilePlace.of(level, TilePlace.hashes(level, size));
        var width = place.width(size);
        var tile = new ArrayList<TreeHash>();
        if (width > 0) {
            tile.addAll(tiles.tile(place, width));
        }
        var above = new ArrayList<TreeHash>();
        for (var hash : added) {
            tile.add(hash);
            changed.putIfAbsent(place, tile);
            if (tile.size() == TilePlace.FULL) {
                above.add(TreeHash.above(tile));
                place = place.next();
                tile = new ArrayList<>();
            }
        }
        return above;
    }
}
