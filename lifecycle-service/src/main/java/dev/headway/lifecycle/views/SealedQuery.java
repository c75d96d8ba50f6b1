package dev.headway.lifecycle.views;

import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.querying.OwnerFilter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A query as it is kept: whoever it asks for by name is sealed, as the query writes them. */
record SealedQuery(PersonalText texts) {

    /** Parameters that name somebody. */
    private static final Set<String> NAMES = Set.of("owner", "concerns");

    /** Of a query that the list has checked. */
    String of(String query) {
        return Arrays.stream(query.split("&")).map(this::sealed).collect(Collectors.joining("&"));
    }

    private String sealed(String pair) {
        var at = pair.indexOf('=');
        if (at < 0 || !NAMES.contains(decoded(pair.substring(0, at)))) {
            return pair;
        }
        var name = decoded(pair.substring(at + 1));
        return name.isBlank() || OwnerFilter.isWhoeverAsks(name)
                ? pair
                : pair.substring(0, at + 1) + texts.sealWritten(name, pair.substring(at + 1));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
