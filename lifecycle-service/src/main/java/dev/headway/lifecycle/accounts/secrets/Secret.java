package dev.headway.lifecycle.accounts.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * 256 random bits that open something once, and the hash that is kept of them. With that many bits
 * a plain SHA-256 is enough; passwords need {@link PasswordHashing}.
 *
 * @param value in URL-safe characters; shown to whoever it is for, and kept nowhere
 */
public record Secret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** In hexadecimal digits. */
    public String hash() {
        return hash(value);
    }

    /** The hash of whatever somebody presents. */
    public static String hash(String presented) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(presented.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
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
