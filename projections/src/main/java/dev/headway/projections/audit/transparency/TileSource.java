package dev.headway.projections.audit.transparency;

import java.util.List;

/** Where a tree's tiles are read from: tables, an export, memory. */
@FunctionalInterface
public interface TileSource {

    /**
     * The first hashes of a tile.
     *
     * @param width how many
     * @throws MissingTileException when there are fewer
     */
    List<TreeHash> tile(TilePlace place, int width);
}
