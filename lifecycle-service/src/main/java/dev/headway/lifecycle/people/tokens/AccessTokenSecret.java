package dev.headway.lifecycle.people.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A token as its bearer holds it: {@code hwy_<id>_<secret>}, so that a scanner for secrets knows it
 * by its look. The id finds it, and 256 random bits prove it.
 *
 * @param secret in base64url
 */
record AccessTokenSecret(String tokenId, String secret) {

    private static final String PREFIX = "hwy_";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([0-9a-f-]{36})_([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;

    static AccessTokenSecret random(UUID tokenId, SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new AccessTokenSecret(
                tokenId.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static boolean isOne(String token) {
        return token.startsWith(PREFIX);
    }

    static Optional<AccessTokenSecret> parse(String token) {
        var form = FORM.matcher(token);
        return form.matches()
                ? Optional.of(new AccessTokenSecret(form.group(1), form.group(2)))
                : Optional.empty();
    }

    /** What is kept of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String token() {
        return PREFIX + tokenId + "_" + secret;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return PREFIX + tokenId;
    }
}
