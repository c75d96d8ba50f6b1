package dev.headway.lifecycle.accounts.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.lifecycle.home.OwnerOnlyFolder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A secret within an answer that is stored for its idempotency key: sealed, with a key that is in
 * no database, and opened again each time that the answer is sent.
 */
@Component
public class SealedAnswers {

    private static final Pattern SEALED = Pattern.compile("sealed:([A-Za-z0-9_-]{40,})");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    SealedAnswers(@Value("${headway.home}") Path home) {
        var kept = OwnerOnlyFolder.at(home.resolve("accounts")).secret("answers.key");
        this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(kept), "AES");
    }

    /** In characters that JSON takes as they are. */
    public String seal(String secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(UTF_8));
        var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
        return "sealed:" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** The answer with every secret in it. */
    public String open(String answer) {
        return SEALED.matcher(answer)
                .replaceAll(found -> Matcher.quoteReplacement(unsealed(found.group(1))));
    }

    private String unsealed(String sealed) {
        var whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
        var nonce = new byte[NONCE_BYTES];
        whole.get(nonce);
        var rest = new byte[whole.remaining()];
        whole.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, rest), UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An answer cannot be sealed or opened", e);
        }
    }
}
