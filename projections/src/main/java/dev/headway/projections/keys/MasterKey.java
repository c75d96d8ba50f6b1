package dev.headway.projections.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesSiv;
import dev.headway.contracts.written.Base32;
import dev.headway.projections.personal.PersonalKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps the keys of people, and hashes what they are found by. It opens nothing of a person itself.
 */
final class MasterKey {

    private static final String HMAC = "HmacSHA256";
    private static final int INDEX_BYTES = 20;

    private final AesSiv wrapping;
    private final SecretKeySpec indexing;

    /**
     * @param secret 64 bytes in base 64
     * @throws IllegalArgumentException when it is none
     */
    MasterKey(String secret) {
        var bytes = Base64.getDecoder().decode(secret.strip());
        if (bytes.length != PersonalKey.BYTES) {
            throw new IllegalArgumentException("A master key has 64 bytes, in base 64");
        }
        try {
            wrapping = new AesSiv(bytes);
            indexing = new SecretKeySpec(hash(bytes, "index"), HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String newSecret(SecureRandom random) {
        var bytes = new byte[PersonalKey.BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    String wrap(String id, byte[] key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(wrapping.encryptDeterministically(key, id.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @throws IllegalStateException when it was wrapped by another master key, or is broken
     */
    byte[] unwrap(String id, String wrapped) {
        try {
            return wrapping.decryptDeterministically(
                    Base64.getDecoder().decode(wrapped), id.getBytes(UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The key %s is not one that this master key has wrapped".formatted(id), e);
        }
    }

    /** In 32 characters of base 32. */
    String index(String text) {
        try {
            return Base32.encode(
                    Arrays.copyOf(mac(indexing).doFinal(text.getBytes(UTF_8)), INDEX_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(byte[] key, String purpose) throws GeneralSecurityException {
        return mac(new SecretKeySpec(key, HMAC)).doFinal(purpose.getBytes(UTF_8));
    }

    private static Mac mac(SecretKeySpec key) throws GeneralSecurityException {
        var mac = Mac.getInstance(HMAC);
        mac.init(key);
        return mac;
    }
}
