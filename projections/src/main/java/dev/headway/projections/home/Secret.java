package dev.headway.projections.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Random bits that open something, and the hash that is kept of them. With as many as {@link
 * SecretGenerator} takes a plain SHA-256 is enough; passwords need a slow hash.
 *
 * @param value in URL-safe characters; shown to whoever it is for, and kept nowhere
 */
public record Secret(String value) {

    /** In hexadecimal digits. */
    public String hash() {
        return hash(value);
    }

    /** The hash of whatever somebody presents. */
    public static String hash(String presented) {
        return HexFormat.of().formatHex(new Secret(presented).digest());
    }

    /** The same hash, in bytes. */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows nothing of it, wherever it is printed. */
    @Override
    public String toString() {
        return "a secret";
    }
}
