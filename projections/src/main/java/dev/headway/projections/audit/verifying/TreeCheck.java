package dev.headway.projections.audit.verifying;

import dev.headway.projections.audit.export.ExportManifest;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MerkleTree;
import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TlogProof;
import java.io.IOException;

/** Holds the tree's tiles against what was signed. */
final class TreeCheck {

    private final ExportManifest manifest;
    private final ExportFile file;
    private final EventsCheck events;

    TreeCheck(ExportManifest manifest, ExportFile file, EventsCheck events) {
        this.manifest = manifest;
        this.file = file;
        this.events = events;
    }

    /** The levels above the leaves lead to the root. */
    void checkRoot(Checkpoint signed) throws NotAsSealedException {
        var check = new TileCheck(file, manifest.size());
        for (int level = 1; new TilePlace(level, 0).width(manifest.size()) > 0; level++) {
            var place = new TilePlace(level, 0);
            while (place.width(manifest.size()) == TilePlace.FULL) {
                check.requireChild(place, events.positionNear(place.firstLeaf()));
                place = place.next();
            }
        }
        if (!new MerkleTree(file, manifest.size()).root().equals(signed.root())) {
            throw new NotAsSealedException(
                    events.positionNear(manifest.first()),
                    "events and tiles, from here on, lead to another root than was signed");
        }
    }

    void checkProof(String name, long leaf, String checkpoint)
            throws NotAsSealedException, IOException {
        var proof = parsed(name, file.text(name));
        var hash = new MerkleTree(file, manifest.size()).leaf(leaf);
        if (proof.index() != leaf
                || !proof.checkpoint().equals(checkpoint)
                || !proof.proves(hash)) {
            throw new NotAsSealedException(
                    events.positionNear(leaf), name + " does not prove leaf " + leaf);
        }
    }

    private static TlogProof parsed(String name, String text) throws NotAsSealedException {
        try {
            return TlogProof.parse(text);
        } catch (IllegalArgumentException _) {
            throw new NotAsSealedException(null, name + " is no proof");
        }
    }
}
