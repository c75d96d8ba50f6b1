package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MerkleTree;
import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.log.EventReads;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds what the database has against what was signed of it, here and outside. */
@Component
class SealedBefore {

    private final TileTable tiles;
    private final EventReads events;
    private final CheckpointFile file;
    private final BegunLogs begun;

    SealedBefore(TileTable tiles, EventReads events, CheckpointFile file, BegunLogs begun) {
        this.tiles = tiles;
        this.events = events;
        this.file = file;
        this.begun = begun;
    }

    /**
     * @param newest the last checkpoint that the database knows of
     * @param kept the one that was kept outside
     * @throws SealingRefusedException when any of it is less than was signed, or something else
     */
    void requireAllOf(LogHead head, Optional<SealedCheckpoint> newest, Optional<String> kept) {
        newest.map(SealedCheckpoint::body).ifPresent(signed -> requireAll(head, signed));
        require(newest.isPresent() || head.size() == 0, "no checkpoint is left of " + head);
        if (kept.isPresent() && !kept.equals(newest.map(SealedCheckpoint::checkpoint))) {
            requireOutside(head, kept.get());
        }
        var last = events.head();
        require(
                last >= head.position(),
                "events are sealed up to position %d, and there are none after %d"
                        .formatted(head.position(), last));
    }

    private static void requireAll(LogHead head, Checkpoint signed) {
        require(
                signed.origin().equals(head.origin()) && signed.size() == head.size(),
                "the newest checkpoint is of %s with %d events, the log is %s with %d"
                        .formatted(signed.origin(), signed.size(), head.origin(), head.size()));
    }

    private void requireOutside(LogHead head, String kept) {
        var signed = parsed(kept);
        if (!signed.origin().equals(head.origin())) {
            require(
                    begun.follows(head, signed),
                    "%s is of the log %s, the database has %s"
                            .formatted(file, signed.origin(), head.origin()));
            return;
        }
        require(
                signed.size() <= head.size(),
                "%s was signed with %d events, the database has %d of them sealed"
                        .formatted(file, signed.size(), head.size()));
        requireRoot(signed, file.toString());
    }

    /**
     * The tree, at a size, is what was signed.
     *
     * @param where it was signed
     */
    void requireRoot(Checkpoint signed, String where) {
        try {
            require(
                    new MerkleTree(tiles, signed.size()).root().equals(signed.root()),
                    "the first %d events are not those of %s".formatted(signed.size(), where));
        } catch (MissingTileException e) {
            throw new SealingRefusedException(String.valueOf(e.getMessage()));
        }
    }

    private Checkpoint parsed(String kept) {
        try {
            return Checkpoint.parse(SignedNote.parse(kept).text());
        } catch (IllegalArgumentException _) {
            throw new SealingRefusedException(file + " is no checkpoint");
        }
    }

    static void require(boolean holds, String why) {
        if (!holds) {
            throw new SealingRefusedException(why);
        }
    }
}
