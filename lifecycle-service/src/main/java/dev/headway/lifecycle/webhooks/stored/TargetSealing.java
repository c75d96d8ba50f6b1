package dev.headway.lifecycle.webhooks.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import dev.headway.projections.home.OwnerOnlyFolder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals addresses and secrets under a key that lies outside of the database: in a file that nodes
 * share, or in the configuration.
 */
@Component
class TargetSealing {

    private static final int BYTES = 32;

    private final AesGcmJce cipher;

    /**
     * @param folder where the key is made at the first start
     * @param configured 32 bytes in base 64, in its place
     */
    TargetSealing(
            @Value("${headway.webhooks.keys}") Path folder,
            @Value("${headway.webhooks.key:}") String configured,
            SecureRandom secrets) {
        var key =
                configured.isEmpty()
                        ? OwnerOnlyFolder.at(folder).keep("target-key.secret", () -> made(secrets))
                        : configured;
        try {
            this.cipher = new AesGcmJce(Base64.getDecoder().decode(key.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("The key of webhooks is no key of 32 bytes", e);
        }
    }

    /**
     * @param place what it is and of whom; a sealed text opens nowhere else
     */
    byte[] sealed(String text, String place) {
        try {
            return cipher.encrypt(text.getBytes(UTF_8), place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal a text", e);
        }
    }

    /** Empty when it was sealed under another key. */
    Optional<String> opened(byte[] sealed, String place) {
        try {
            return Optional.of(new String(cipher.decrypt(sealed, place.getBytes(UTF_8)), UTF_8));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    private static String made(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
