package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.audit.transparency.SigningKey;
import dev.headway.projections.audit.transparency.VerifierKey;
import java.util.List;

/**
 * Who signs: one key, and while they rotate the one before as well. Whoever runs Headway brings
 * them.
 *
 * @param keys the newest first
 */
public record SealingKeys(List<SigningKey> keys) {

    SignedNote sign(String origin, String text) {
        return SignedNote.sign(text, origin, keys);
    }

    List<VerifierKey> verifiers(String origin) {
        return keys.stream().map(key -> key.verifier(origin)).toList();
    }
}
