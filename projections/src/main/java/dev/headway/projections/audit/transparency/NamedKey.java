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

/**
 * A public key of Ed25519 with its name and with the type of what it signs, as {@code
 * name+hex+base64} (C2SP signed-note): what keys of logs and of witnesses have in common.
 */
final class NamedKey {

    static final String ALGORITHM = "Ed25519";

    /** How X.509 begins before the key's 32 bytes (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_SIZE = 32;
    private static final int ID_SIZE = 4;

    private final String name;
    private final byte type;
    private final byte[] key;

    /**
     * @param name without spaces and plus signs
     * @param type of the signature
     * @param key 32 bytes
     */
    NamedKey(String name, byte type, byte[] key) {
        if (!VerifierKey.isName(name) || key.length != KEY_SIZE) {
            throw new IllegalArgumentException("not a name and a key of Ed25519");
        }
        this.name = name;
        this.type = type;
        this.key = key.clone();
    }

    /**
     * @throws IllegalArgumentException for anything but a key of that type with its own id
     */
    static NamedKey parse(String text, byte type) {
        var parts = text.strip().split("\\+", 3);
        var typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != KEY_SIZE + 1 || typed[0] != type) {
            throw new IllegalArgumentException("not a verifier key of Ed25519 of the type " + type);
        }
        var parsed = new NamedKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!parsed.toString().equals(text.strip())) {
            throw new IllegalArgumentException("the id of " + parts[0] + " is not its key's");
        }
        return parsed;
    }

    String name() {
        return name;
    }

    /** Four bytes by which signatures name it. */
    byte[] id() {
        var named = new ByteArrayOutputStream();
        named.writeBytes(name.getBytes(UTF_8));
        named.write('\n');
        named.writeBytes(typed());
        return Arrays.copyOf(TreeHash.sha256().digest(named.toByteArray()), ID_SIZE);
    }

    boolean isOf(NoteSignature signature) {
        return signature.name().equals(name) && MessageDigest.isEqual(signature.keyId(), id());
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance(ALGORITHM);
            var spec = new ByteArrayOutputStream();
            spec.writeBytes(X509);
            spec.writeBytes(key);
            ed25519.initVerify(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(spec.toByteArray())));
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (SignatureException _) {
            return false; // of another length, or no point of the curve
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of Ed25519: " + this, e);
        }
    }

    private byte[] typed() {
        var typed = new byte[KEY_SIZE + 1];
        typed[0] = type;
        System.arraycopy(key, 0, typed, 1, KEY_SIZE);
        return typed;
    }

    /** As it is published. */
    @Override
    public String toString() {
        var hexId = HexFormat.of().formatHex(id());
        return name + "+" + hexId + "+" + Base64.getEncoder().encodeToString(typed());
    }
}
