package dev.headway.projections.processing;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL behind {@link Positions}: a row for each projection, which whoever moves the projection
 * holds locked meanwhile by a {@link PositionClaims claim}.
 */
final class ProjectionPositionTable {

    private final JdbcClient database;

    ProjectionPositionTable(JdbcClient database) {
        this.database = database;
    }

    /** A condition in SQL. Names come from code, never from outside. */
    static String isAsFarAs(String projection, String other) {
        return """
               (select one.position >= other.position
                from   projection_position one,
                       projection_position other
                where  one.projection   = '%s'
                and    other.projection = '%s')
               """
                .formatted(projection, other);
    }

    /** The position that every one of these projections has reached; 0 before the first batch. */
    long reachedBy(Collection<String> projections) {
        return database.sql(
                        """
                        select coalesce(min(coalesce(p.position, 0)), 0)
                        from   unnest(cast(:projections as text[])) as requested (projection)
                               left join projection_position p using (projection)
                        """)
                .param("projections", projections.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Moves a position forward, or gives it its row; never back. */
    void advance(String name, long position) {
        database.sql(
                        """
                        insert into projection_position as known (projection, position)
                        values (:name, :position)
                        on conflict (projection) do update
                        set    position = greatest(known.position, excluded.position)
                        """)
                .param("name", name)
                .param("position", position)
                .update();
    }

    /** Gives a projection its row, so that there is something to lock. */
    void register(String projection) {
        database.sql(
                        """
                        insert into projection_position (projection, position)
                        values (:projection, 0)
                        on conflict (projection) do nothing
                        """)
                .param("projection", projection)
                .update();
    }

    void store(String projection, long position) {
        database.sql(
                        """
                        update projection_position
                        set    position   = :position
                        where  projection = :projection
                        """)
                .param("projection", projection)
                .param("position", position)
                .update();
    }

    /** Moves many to a position; those that are beyond it stay. */
    void storeAll(Collection<String> projections, long position) {
        database.sql(
                        """
                        update projection_position
                        set    position   = :position
                        where  projection = any(:projections)
                        and    position   < :position
                        """)
                .param("projections", projections.toArray(String[]::new))
                .param("position", position)
                .update();
    }

    /** Other streams are parked than before, or were worked in beside whoever reads on. */
    void lettersChanged(String projection) {
        database.sql(
                        """
                        update projection_position
                        set    generation   = generation + 1,
                               dead_letters = (select count(*)
                                               from   dead_letter
                                               where  dead_letter.projection = :projection)
                        where  projection = :projection
                        """)
                .param("projection", projection)
                .update();
    }

    /** Other tables answer from now on, and have read as far as this. */
    void switched(String projection, long position) {
        database.sql(
                        """
                        update projection_position
                        set    position     = :position,
                               generation   = generation + 1,
                               dead_letters = (select count(*)
                                               from   dead_letter
                                               where  dead_letter.projection = :projection)
                        where  projection = :projection
                        """)
                .param("projection", projection)
                .param("position", position)
                .update();
    }

    void delete(String projection) {
        database.sql("delete from projection_position where projection = :projection")
                .param("projection", projection)
                .update();
    }
}
