package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.TilePlace;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of which event is which leaf: positions may have holes, indexes of leaves have none. A
 * row holds the positions of as many leaves as a tile holds hashes.
 */
@Component
class LeafTable {

    private final JdbcClient database;

    LeafTable(JdbcClient database) {
        this.database = database;
    }

    /** Adds leaves behind the first {@code size}. */
    void append(long size, List<Long> positions) {
        var leaf = size;
        var left = positions;
        while (!left.isEmpty()) {
            var room = TilePlace.FULL - (int) (leaf % TilePlace.FULL);
            var fitting = left.subList(0, Math.min(room, left.size()));
            append(leaf / TilePlace.FULL, fitting.toArray(Long[]::new));
            leaf += fitting.size();
            left = left.subList(fitting.size(), left.size());
        }
    }

    private void append(long bundle, Long[] positions) {
        database.sql("select store_sealed_leaves(:bundle, cast(:positions as bigint[]))")
                .param("bundle", bundle)
                .param("positions", positions)
                .query(row -> {});
    }

    /** The positions of a bundle's leaves; none when there is no such bundle. */
    List<Long> positions(long bundle) {
        return database.sql("select positions from sealed_leaves where bundle = :bundle")
                .param("bundle", bundle)
                .query((row, _) -> longs(row.getArray(1)))
                .optional()
                .orElse(List.of());
    }

    /** Which leaf the event at a position is; empty when it is none. */
    Optional<Long> leafAt(long position) {
        return database.sql(
                        """
                        select bundle * :full + array_position(positions, :position) - 1
                        from  (select   bundle, positions
                               from     sealed_leaves
                               where    first_position <= :position
                               order by first_position desc
                               limit    1) as candidate
                        where  :position = any (positions)
                        """)
                .param("full", TilePlace.FULL)
                .param("position", position)
                .query(Long.class)
                .optional();
    }

    private static List<Long> longs(Array array) throws SQLException {
        var longs = new ArrayList<Long>();
        for (var each : (Object[]) array.getArray()) {
            longs.add((Long) each);
        }
        return longs;
    }
}
