package dev.headway.lifecycle.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a caller has seen, as it travels: {@code If-Match: "7"}. */
final class IfMatchHeader {

    /** Weak as well: a proxy that compresses weakens our tag, and a version is still a version. */
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"|(\\d{1,18})");

    private IfMatchHeader() {}

    /**
     * The version in the header, null without one or for {@code *}, which matches any; anything
     * else is a bad request.
     */
    static @Nullable Long parse(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        var version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw Problem.badRequest("If-Match must be one quoted version, as \"7\", or *");
        }
        return Long.valueOf(version.group(1) == null ? version.group(2) : version.group(1));
    }
}
