package dev.headway.projections.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesSiv;
import dev.headway.contracts.written.Base32;
import dev.headway.contracts.written.SealedText;
import java.security.GeneralSecurityException;

/**
 * Seals and opens the texts of one person, with AES-SIV (RFC 5297): the same text is sealed the
 * same way, so that equal ones are found equal, and nobody without the key can try a guess.
 */
public final class PersonalKey {

    /** Of the key itself: two of 256 bits each. */
    public static final int BYTES = 64;

    private final String id;
    private final AesSiv cipher;

    /**
     * @throws IllegalArgumentException when it is no key
     */
    public PersonalKey(String id, byte[] key) {
        try {
            this.id = id;
            this.cipher = new AesSiv(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No key of a person", e);
        }
    }

    public String id() {
        return id;
    }

    SealedText seal(String text) {
        try {
            var sealed = cipher.encryptDeterministically(text.getBytes(UTF_8), id.getBytes(UTF_8));
            return new SealedText(id, Base32.encode(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal a text", e);
        }
    }

    /**
     * @throws UnknownKeyException when it was sealed with another key, or is not what was sealed
     */
    String open(SealedText sealed) {
        try {
            var text =
                    cipher.decryptDeterministically(
                            Base32.decode(sealed.ciphertext()), id.getBytes(UTF_8));
            return new String(text, UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnknownKeyException(sealed.keyId(), e);
        }
    }
}
