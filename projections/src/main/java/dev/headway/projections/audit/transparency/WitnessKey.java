package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The public key of a witness, by which its cosignatures of checkpoints are verified (C2SP
 * tlog-cosignature 1.0.1, Ed25519): a statement that up to an instant it has seen no longer log of
 * that origin, and no other one.
 */
public final class WitnessKey {

    private static final byte COSIGNATURE = 4;

    private final NamedKey key;

    private WitnessKey(NamedKey key) {
        this.key = key;
    }

    /**
     * @throws IllegalArgumentException for anything but a key of a witness with its own id
     */
    public static WitnessKey parse(String text) {
        return new WitnessKey(NamedKey.parse(text, COSIGNATURE));
    }

    public String name() {
        return key.name();
    }

    /**
     * Its cosignature of a checkpoint, among the lines of an answer; lines of others count for
     * nothing.
     *
     * @throws IllegalArgumentException when a line is none, or one of its own is not good
     */
    public Optional<Cosignature> cosignature(String checkpoint, String lines) {
        return good(SignedNote.parse(checkpoint).text(), SignedNote.signatures(lines));
    }

    /**
     * Its cosignature under a note.
     *
     * @throws IllegalArgumentException when it is not good
     */
    public Optional<Cosignature> cosignature(SignedNote checkpoint) {
        return good(checkpoint.text(), checkpoint.signatures());
    }

    private Optional<Cosignature> good(String text, List<NoteSignature> signatures) {
        return signatures.stream()
                .filter(key::isOf)
                .map(signature -> verified(text, signature))
                .reduce((_, last) -> last);
    }

    private Cosignature verified(String text, NoteSignature signature) {
        var bytes = ByteBuffer.wrap(signature.signature());
        if (bytes.remaining() > Long.BYTES) {
            var seconds = bytes.getLong();
            var ed25519 = new byte[bytes.remaining()];
            bytes.get(ed25519);
            if (seconds > 0 && key.verifies(message(seconds, text), ed25519)) {
                return new Cosignature(signature.toString(), instant(seconds));
            }
        }
        throw new IllegalArgumentException("the cosignature of " + key + " is not good");
    }

    private static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }

    /** As it is published. */
    @Override
    public String toString() {
        return key.toString();
    }
}
