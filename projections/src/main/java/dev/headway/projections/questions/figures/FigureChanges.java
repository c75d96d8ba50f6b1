package dev.headway.projections.questions.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code figure_change}: whose figures changed, in the order in which they did, so that what
 * a node knows of a hundred thousand partnerships is brought up to date by reading a few.
 */
@Component
class FigureChanges {

    /** Some minutes under load; who asks less often reads everything again. */
    private static final int ROWS_KEPT = 2_000;

    private final JdbcClient database;

    FigureChanges(JdbcClient database) {
        this.database = database;
    }

    /**
     * A row.
     *
     * @param tag no other row ever has it, whatever became of the numbers
     */
    record Change(long id, UUID tag, Set<String> partnerships) {

        boolean isSame(Change other) {
            return id == other.id && tag.equals(other.tag);
        }
    }

    /** Says whose figures changed, and forgets the oldest of what was said before. */
    void add(Collection<String> partnerships) {
        database.sql(
                        """
                        with added as (
                            insert into figure_change (partnership_ids)
                            values (:partnerships)
                            returning change_id)
                        delete from figure_change
                        using  added
                        where  figure_change.change_id <= added.change_id - :kept
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .param("kept", ROWS_KEPT)
                .update();
    }

    /** A row that was read before, if it is still there, and all that came after it. */
    List<Change> from(Change seen) {
        return database.sql(
                        """
                        select   *
                        from     figure_change
                        where    change_id >= :seen
                        order by change_id
                        """)
                .param("seen", seen.id())
                .query(FigureChanges::change)
                .list();
    }

    /** The newest row, or null when there is none. */
    @Nullable Change newest() {
        return database.sql(
                        """
                        select   *
                        from     figure_change
                        order by change_id desc
                        limit    1
                        """)
                .query(FigureChanges::change)
                .optional()
                .orElse(null);
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("change_id"),
                row.getObject("tag", UUID.class),
                Set.of((String[]) row.getArray("partnership_ids").getArray()));
    }
}
