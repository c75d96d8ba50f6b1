package dev.headway.projections.tables;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many rows as one JSON parameter, for {@code jsonb_to_recordset}: many rows become one statement
 * whose columns stand visible in it.
 */
public final class JsonBulkWrites {

    /** Some megabytes, as rows usually are. */
    private static final int CHUNK = 2_000;

    private JsonBulkWrites() {}

    /**
     * Runs a statement over the rows, a bounded number of them at a time; not at all when there are
     * none.
     *
     * @param statement it finds them as the JSON array {@code :rows}
     */
    public static void write(JdbcClient database, String statement, Collection<?> rows) {
        inChunks(
                rows,
                chunk -> database.sql(statement).param("rows", RowJson.write(chunk)).update());
    }

    static <R> void inChunks(Collection<R> rows, Consumer<List<R>> use) {
        var all = List.copyOf(rows);
        for (int from = 0; from < all.size(); from += CHUNK) {
            use.accept(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
    }
}
