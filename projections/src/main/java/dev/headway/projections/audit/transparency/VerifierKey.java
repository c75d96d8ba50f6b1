package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A public key of Ed25519 by which notes are verified, as {@code name+hex+base64}: the field's
 * <i>vkey</i>.
 */
public final class VerifierKey {

    static final String ALGORITHM = "Ed25519";

    /** How X.509 begins before the key's 32 bytes (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte ED25519 = 1;
    private static final int KEY_SIZE = 32;
    private static final int ID_SIZE = 4;

    private final String name;
    private final byte[] key;

    /**
     * @param name without spaces and plus signs
     * @param key 32 bytes
     */
    VerifierKey(String name, byte[] key) {
        if (!isName(name) || key.length != KEY_SIZE) {
            throw new IllegalArgumentException("not a name and a key of Ed25519");
        }
        this.name = name;
        this.key = key.clone();
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
        var parts = text.strip().split("\\+", 3);
        var typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != KEY_SIZE + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not a verifier key of Ed25519");
        }
        var parsed = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!parsed.toString().equals(text.strip())) {
            throw new IllegalArgumentException("the id of " + parts[0] + " is not its key's");
        }
        return parsed;
    }

    public String name() {
        return name;
    }

    /** Four bytes by which signatures name it. */
    byte[] id() {
        var named = new ByteArrayOutputStream();
        named.writeBytes(name.getBytes(UTF_8));
        named.write('\n');
        named.writeBytes(typed());
        var hash = TreeHash.sha256().digest(named.toByteArray());
        return Arrays.copyOf(hash, ID_SIZE);
    }

    private String hexId() {
        return HexFormat.of().formatHex(id());
    }

    boolean isOf(NoteSignature signature) {
        return signature.name().equals(name) && MessageDigest.isEqual(signature.keyId(), id());
    }

    boolean verifies(String text, NoteSignature signature) {
        try {
            var ed25519 = Signature.getInstance(ALGORITHM);
            var spec = new ByteArrayOutputStream();
            spec.writeBytes(X509);
            spec.writeBytes(key);
            ed25519.initVerify(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(spec.toByteArray())));
            ed25519.update(text.getBytes(UTF_8));
            return ed25519.verify(signature.signature());
        } catch (SignatureException _) {
            return false; // of another length, or no point of the curve
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of Ed25519: " + this, e);
        }
    }

    private byte[] typed() {
        var typed = new byte[KEY_SIZE + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, KEY_SIZE);
        return typed;
    }

    /** As it is published. */
    @Override
    public String toString() {
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(typed());
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
