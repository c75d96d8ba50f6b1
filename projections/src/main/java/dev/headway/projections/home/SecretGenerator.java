package dev.headway.projections.home;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Where every secret of Headway's own making comes from: links, codes, tokens, keys. */
@Component
public final class SecretGenerator {

    private static final int BYTES = 32;

    private final SecureRandom random;

    public SecretGenerator(SecureRandom secrets) {
        this.random = secrets;
    }

    /** 256 random bits, in 43 characters of base64url. */
    public Secret generate() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
