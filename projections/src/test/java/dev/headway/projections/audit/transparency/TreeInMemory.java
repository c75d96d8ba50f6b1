package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** A tree for tests, which grows leaf by leaf or many at once. */
final class TreeInMemory implements TileSource {

    private final Map<TilePlace, List<TreeHash>> tiles = new HashMap<>();
    private long size;

    static TreeInMemory of(long size) {
        var tree = new TreeInMemory();
        tree.add(leaves(0, size));
        return tree;
    }

    static List<TreeHash> leaves(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(each -> TreeHash.ofLeaf(("leaf " + each).getBytes(UTF_8)))
                .toList();
    }

    void add(List<TreeHash> leaves) {
        tiles.putAll(TileGrowth.of(this, size, leaves));
        size += leaves.size();
    }

    MerkleTree at(long size) {
        return new MerkleTree(this, size);
    }

    Map<TilePlace, List<TreeHash>> tiles() {
        return tiles;
    }

    @Override
    public List<TreeHash> tile(TilePlace place, int width) {
        return Objects.requireNonNull(tiles.get(place)).subList(0, width);
    }
}
