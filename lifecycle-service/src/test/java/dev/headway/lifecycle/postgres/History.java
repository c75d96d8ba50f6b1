package dev.headway.lifecycle.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of the database is history, for tests that try to change it. */
final class History {

    /** Each with a column of its own. */
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "event", "payload",
                    "sealed_log", "size",
                    "sealed_tile", "hashes",
                    "sealed_leaves", "positions",
                    "sealed_checkpoint", "checkpoint",
                    "sealing_key", "verifier_key",
                    "cursor_key", "key",
                    "mirror_partition", "position",
                    "database_restore", "position");

    static final List<String> TABLES = List.copyOf(new TreeMap<>(COLUMNS).keySet());

    /**
     * No privilege, not in this place, an integrity constraint of ours, a unique key, a name that
     * is no projection's, and what is no materialized view.
     */
    static final List<String> REFUSALS =
            List.of("42501", "23000", "23505", "22023", "42809", "428C9");

    /** What is in all of them. */
    static final String HASHES =
            TABLES.stream()
                    .map(
                            "select '%1$s', md5(coalesce(string_agg(t::text, '' order by t::text), '')) from %1$s t"
                                    ::formatted)
                    .collect(
                            joining(
                                    " union all ",
                                    "select string_agg(each::text, ' ') from (",
                                    ") as each"));

    private History() {}

    static String column(String table) {
        return requireNonNull(COLUMNS.get(table));
    }
}
