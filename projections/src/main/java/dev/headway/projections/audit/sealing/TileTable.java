package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TileSource;
import dev.headway.projections.audit.transparency.TreeHash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of the tree's tiles. A tile that is not full grows in its row, so that what it was in a
 * smaller tree is how it begins; the database takes nothing else.
 */
@Component
class TileTable implements TileSource {

    private final JdbcClient database;

    TileTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<TreeHash> tile(TilePlace place, int width) {
        return stored(place, width)
                .filter(bytes -> bytes.length == width * TreeHash.SIZE)
                .map(TreeHash::listOf)
                .orElseThrow(() -> new MissingTileException(place, width));
    }

    private Optional<byte[]> stored(TilePlace place, int width) {
        return database.sql(
                        """
                        select substring(hashes for :bytes)
                        from   sealed_tile
                        where  level  = :level
                        and    number = :number
                        """)
                .param("bytes", width * TreeHash.SIZE)
                .param("level", place.level())
                .param("number", place.number())
                .query(byte[].class)
                .optional();
    }

    /** Writes tiles that are new, or have grown, with all of their hashes. */
    void store(Map<TilePlace, List<TreeHash>> tiles) {
        tiles.forEach(this::store);
    }

    private void store(TilePlace place, List<TreeHash> hashes) {
        database.sql(
                        """
                        select store_sealed_tile(cast(:level as smallint), :number, :hashes)
                        """)
                .param("level", place.level())
                .param("number", place.number())
                .param("hashes", TreeHash.bytesOf(hashes))
                .query(row -> {});
    }
}
