package dev.headway.projections.querying;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a call brings in its query, as far as it can be decoded. */
final class QueryString {

    private QueryString() {}

    /** By name; the body is not looked at. */
    static Map<String, List<String>> parameters(String query) {
        var given = new TreeMap<String, List<String>>();
        for (var pair : query.split("&")) {
            var at = pair.indexOf('=');
            var name = decoded(at < 0 ? pair : pair.substring(0, at));
            if (!name.isEmpty()) {
                given.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(at < 0 ? "" : decoded(pair.substring(at + 1)));
            }
        }
        return given;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new InvalidQueryException("?" + text, "cannot be decoded");
        }
    }
}
