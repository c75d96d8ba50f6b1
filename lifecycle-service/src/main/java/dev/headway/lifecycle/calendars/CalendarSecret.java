package dev.headway.lifecycle.calendars;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The last segment of a link: {@code hwc_<id>_<secret>}, so that a scanner for secrets knows it by
 * its look. The id finds it, and 256 random bits prove it.
 *
 * @param secret in base64url
 */
record CalendarSecret(String linkId, String secret) {

    private static final String PREFIX = "hwc_";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([0-9a-f-]{36})_([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;

    static CalendarSecret random(UUID linkId, SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new CalendarSecret(
                linkId.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<CalendarSecret> parse(String segment) {
        var form = FORM.matcher(segment);
        return form.matches()
                ? Optional.of(new CalendarSecret(form.group(1), form.group(2)))
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

    String segment() {
        return PREFIX + linkId + "_" + secret;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return PREFIX + linkId;
    }
}
