package dev.headway.projections.subscriptions;

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
public record CalendarSecret(String linkId, String secret) {

    private static final String PREFIX = "hwc_";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([0-9a-f-]{36})_([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;

    public static CalendarSecret random(UUID linkId, SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new CalendarSecret(
                linkId.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public static Optional<CalendarSecret> parse(String segment) {
        var form = FORM.matcher(segment);
        return form.matches()
                ? Optional.of(new CalendarSecret(form.group(1), form.group(2)))
                : Optional.empty();
    }

    /** What is kept of it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String segment() {
        return PREFIX + linkId + "_" + secret;
    }

    /** Where a calendar reads it. */
    public String path() {
        return CalendarFeedController.PATH + segment() + CalendarFeedController.ENDING;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return PREFIX + linkId;
    }
}
