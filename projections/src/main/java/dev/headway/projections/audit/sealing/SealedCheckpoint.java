package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.SignedNote;
import java.time.Instant;

/**
 * A checkpoint that was signed.
 *
 * @param checkpoint the signed note
 */
record SealedCheckpoint(long size, Instant signedAt, String checkpoint) {

    Checkpoint body() {
        return Checkpoint.parse(SignedNote.parse(checkpoint).text());
    }
}
