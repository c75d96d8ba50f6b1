package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.Cosignature;
import dev.headway.projections.audit.transparency.SignedNote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that was signed.
 *
 * @param number in the order in which they were signed
 * @param checkpoint the signed note
 * @param cosignature of a witness; null while there is none
 */
record SealedCheckpoint(
        long number,
        long size,
        Instant signedAt,
        String checkpoint,
        @Nullable Cosignature cosignature) {

    Checkpoint body() {
        return Checkpoint.parse(SignedNote.parse(checkpoint).text());
    }

    /** The note with everybody who signed it, a witness among them. */
    String note() {
        return cosignature == null ? checkpoint : checkpoint + cosignature.line() + "\n";
    }
}
