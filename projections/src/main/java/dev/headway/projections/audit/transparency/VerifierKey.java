package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * A public key of Ed25519 by which notes are verified, as {@code name+hex+base64}: the field's
 * <i>vkey</i>.
 */
public final class VerifierKey {

    private static final byte ED25519 = 1;

    private final NamedKey key;

    /**
     * @param name without spaces and plus signs
     * @param key 32 bytes
     */
    VerifierKey(String name, byte[] key) {
        this(new NamedKey(name, ED25519, key));
    }

    private VerifierKey(NamedKey key) {
        this.key = key;
    }

    /** Whether a key, and a log, may be called so. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(
                                each ->
                                        each == '+'
                                                || Character.isWhitespace(each)
                                                || Character.isSpaceChar(each)
                                                || Character.isISOControl(each));
    }

    /**
     * @throws IllegalArgumentException for anything but a key of Ed25519 with its own id
     */
    public static VerifierKey parse(String text) {
        return new VerifierKey(NamedKey.parse(text, ED25519));
    }

    public String name() {
        return key.name();
    }

    /** Four bytes by which signatures name it. */
    byte[] id() {
        return key.id();
    }

    boolean isOf(NoteSignature signature) {
        return key.isOf(signature);
    }

    boolean verifies(String text, NoteSignature signature) {
        return key.verifies(text.getBytes(UTF_8), signature.signature());
    }

    /** As it is published. */
    @Override
    public String toString() {
        return key.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
