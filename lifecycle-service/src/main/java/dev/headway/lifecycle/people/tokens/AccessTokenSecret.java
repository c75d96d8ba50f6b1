package dev.headway.lifecycle.people.tokens;

import dev.headway.projections.home.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token as its bearer holds it: {@code hwy_<id>_<secret>}, so that a scanner for secrets knows it
 * by its look. The id finds it, and 256 random bits prove it.
 *
 * @param secret what proves it
 */
record AccessTokenSecret(String tokenId, Secret secret) {

    private static final String PREFIX = "hwy_";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([0-9a-f-]{36})_([A-Za-z0-9_-]{43})");

    static boolean isOne(String token) {
        return token.startsWith(PREFIX);
    }

    static Optional<AccessTokenSecret> parse(String token) {
        var form = FORM.matcher(token);
        return form.matches()
                ? Optional.of(new AccessTokenSecret(form.group(1), new Secret(form.group(2))))
                : Optional.empty();
    }

    /** What is kept of it. */
    byte[] hash() {
        return secret.digest();
    }

    String token() {
        return PREFIX + tokenId + "_" + secret.value();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return PREFIX + tokenId;
    }
}
