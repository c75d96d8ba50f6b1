package dev.headway.lifecycle.http;

import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.projections.http.Problem;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions a caller decided on, as they travel: {@code If-Match: "7"} or a list of them. */
final class IfMatchHeader {

    /** A version, quoted as a tag or bare; a proxy that compresses weakens a tag on its way. */
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"|(\\d{1,18})");

    private static final Pattern COMMA = Pattern.compile("[ \\t]*,[ \\t]*");

    /** More tags than anybody holds. */
    private static final int MAX_LENGTH = 2_000;

    private IfMatchHeader() {}

    /**
     * The versions in the header, null without one or for {@code *}, which matches any; anything
     * else is a bad request.
     */
    static @Nullable ExpectedVersions parse(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        if (header.length() > MAX_LENGTH) {
            throw Problem.badRequest("If-Match is longer than %d characters".formatted(MAX_LENGTH));
        }
        var versions = new HashSet<Long>();
        for (var tag : COMMA.split(header.strip(), -1)) {
            var version = VERSION.matcher(tag);
            if (version.matches()) {
                versions.add(
                        Long.valueOf(
                                version.group(1) == null ? version.group(2) : version.group(1)));
            } else {
                throw Problem.badRequest(
                        "If-Match must be quoted versions, as \"7\" or \"7\", \"8\", or *");
            }
        }
        return new ExpectedVersions(versions);
    }
}
