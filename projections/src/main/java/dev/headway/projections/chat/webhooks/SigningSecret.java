package dev.headway.projections.chat.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret shared with a receiver, as Standard Webhooks 1.0 writes it: {@code whsec_} and 24 to 64
 * bytes in Base64. Never shown.
 */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningSecret(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /**
     * @throws IllegalArgumentException for anything else, without quoting it
     */
    public static SigningSecret of(String written) {
        var secret = written.strip();
        if (secret.startsWith(PREFIX)) {
            try {
                var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
                if (key.length >= FEWEST_BYTES && key.length <= MOST_BYTES) {
                    return new SigningSecret(key);
                }
            } catch (IllegalArgumentException _) {
                // its message would quote the secret
            }
        }
        throw new IllegalArgumentException(
                "A webhook secret is whsec_ and 24 to 64 bytes in Base64");
    }

    /** The header {@code webhook-signature}: one signature for each secret, while they rotate. */
    static String signatures(
            List<SigningSecret> secrets, String webhookId, Instant at, String payload) {
        var signed = webhookId + "." + at.getEpochSecond() + "." + payload;
        return secrets.stream()
                .map(secret -> "v1," + secret.sign(signed))
                .collect(Collectors.joining(" "));
    }

    private String sign(String signed) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "whsec_…";
    }
}
