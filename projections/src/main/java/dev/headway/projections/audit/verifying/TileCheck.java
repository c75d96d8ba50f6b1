package dev.headway.projections.audit.verifying;

import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TileSource;

/** Holds full tiles against the hash of theirs in the level above. */
record TileCheck(TileSource tiles, long size) {

    /**
     * @param position of what is in it, to be told when it is bad
     */
    void requireChild(TilePlace child, long position) throws NotAsSealedException {
        var above = new TilePlace(child.level() + 1, child.number() / TilePlace.FULL);
        var hash =
                tiles.tile(above, above.width(size)).get((int) (child.number() % TilePlace.FULL));
        if (!child.hash(tiles).equals(hash)) {
            throw new NotAsSealedException(
                    position,
                    "%s and the level above it are not of one tree"
                            .formatted(child.path(TilePlace.FULL)));
        }
    }
}
