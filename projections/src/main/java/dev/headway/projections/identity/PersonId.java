package dev.headway.projections.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of a person in the directory: one for each subject of each issuer, the same on every node
 * and for ever, whatever becomes of names and addresses. A UUID of version 8 (RFC 9562), out of a
 * hash, so that no two people share one.
 */
public final class PersonId {

    /** The issuer of Headway's own accounts, under whatever address it is reached. */
    public static final String HEADWAY = "headway";

    private static final long VERSION = 8L << 12;
    private static final long VARIANT = 1L << 63;

    private PersonId() {}

    public static String of(String issuer, String subject) {
        var hash = ByteBuffer.wrap(sha256(issuer + "\n" + subject));
        var high = hash.getLong() & ~(0xFL << 12) | VERSION;
        var low = hash.getLong() & ~(0x3L << 62) | VARIANT;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
