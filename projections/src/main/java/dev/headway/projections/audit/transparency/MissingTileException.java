package dev.headway.projections.audit.transparency;

/** A tile is not there, or holds fewer hashes than a tree of that size has in it. */
public final class MissingTileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingTileException(TilePlace place, int width) {
        super(place.path(width) + " is not there as a whole");
    }
}
