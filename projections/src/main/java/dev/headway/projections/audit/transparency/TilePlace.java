package dev.headway.projections.audit.transparency;

import java.util.ArrayList;
import java.util.Collections;

/**
 * Where a tile stands: 256 hashes of one level of the tree, or as many as there are yet.
 *
 * @param level 0 for hashes of leaves; each level above it is eight of the tree's
 * @param number from 0, within the level
 */
public record TilePlace(int level, long number) {

    /** Hashes in a full tile. */
    public static final int FULL = 256;

    /** Levels of the tree in one of tiles. */
    static final int HEIGHT = 8;

    private static final int DIGITS = 1_000;

    /** The tile of a level that holds the hash with an index in it. */
    static TilePlace of(int level, long index) {
        return new TilePlace(level, index / FULL);
    }

    /** How many hashes a level has in a tree of so many leaves. */
    static long hashes(int level, long size) {
        return level * HEIGHT >= Long.SIZE ? 0 : size >>> (level * HEIGHT);
    }

    /** How many hashes are in the tile in a tree of so many leaves; 0 when there is none. */
    public int width(long size) {
        return (int) Math.clamp(hashes(level, size) - number * FULL, 0, FULL);
    }

    /** The index of the first leaf under it. */
    public long firstLeaf() {
        return (number * FULL) << (level * HEIGHT);
    }

    /** The hash in the level above, of one that is full. */
    public TreeHash hash(TileSource tiles) {
        return TreeHash.above(tiles.tile(this, FULL));
    }

    /** The one behind it. */
    public TilePlace next() {
        return new TilePlace(level, number + 1);
    }

    /** As {@code tile/0/x001/x234/067}, and {@code tile/0/067.p/12} for one that is not full. */
    public String path(int width) {
        return "tile/" + level + "/" + path(number, width);
    }

    /** As {@link #path(int)}, of the entries whose hashes are in the tile. */
    public static String entriesPath(long number, int width) {
        return "tile/entries/" + path(number, width);
    }

    private static String path(long number, int width) {
        var groups = new ArrayList<String>();
        groups.add("%03d".formatted(number % DIGITS));
        for (long rest = number / DIGITS; rest > 0; rest /= DIGITS) {
            groups.add("x%03d".formatted(rest % DIGITS));
        }
        Collections.reverse(groups);
        return String.join("/", groups) + (width == FULL ? "" : ".p/" + width);
    }
}
