package dev.headway.projections.rebuilds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is to be built anew, in a row for each projection: asked for, taken up by one node at a
 * time, and gone in the transaction that exchanges the tables. A node that was killed is not waited
 * for.
 */
public final class Rebuilds {

    /**
     * Far longer than a batch takes, after each of which it is said anew. The exchange at the end
     * may take longer: whoever takes it up then waits for the row, and finds that it is done.
     */
    private static final String CLAIM = "interval '1 minute'";

    private final JdbcClient database;

    public Rebuilds(JdbcClient database) {
        this.database = database;
    }

    /** Asks for these; nothing for those that are asked for already, unless they have failed. */
    public void request(Collection<String> projections) {
        database.sql(
                        """
                        insert into projection_rebuild as known (projection, requested_at)
                        select asked, clock_timestamp()
                        from   unnest(cast(:projections as text[])) as asked
                        on conflict (projection) do update
                        set    requested_at  = excluded.requested_at,
                               claimed_until = null,
                               begun_at      = null,
                               advanced_at   = null,
                               position      = 0,
                               events        = 0,
                               failure       = null
                        where  known.failure is not null
                        """)
                .param("projections", projections.toArray(String[]::new))
                .update();
    }

    /** Takes up the one that waits longest, if nobody is at it. */
    public Optional<String> claimNext(Collection<String> known) {
        return database.sql(
                        """
                        update projection_rebuild
                        set    claimed_until = clock_timestamp() + %s
                        where  projection    = (select   projection
                                                from     projection_rebuild
                                                where    projection = any(:known)
                                                and      failure is null
                                                and      coalesce(claimed_until, '-infinity') < clock_timestamp()
                                                order by requested_at, projection
                                                limit    1
                                                for update skip locked)
                        returning projection
                        """
                                .formatted(CLAIM))
                .param("known", known.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** Whoever comes next may take it up. */
    public void release(String projection) {
        database.sql(
                        """
                        update projection_rebuild
                        set    claimed_until = null
                        where  projection    = :projection
                        """)
                .param("projection", projection)
                .update();
    }

    /**
     * It is not tried again before somebody asks.
     *
     * @param failure a class
     */
    public void failed(String projection, Class<?> failure) {
        database.sql(
                        """
                        update projection_rebuild
                        set    failure    = :failure
                        where  projection = :projection
                        """)
                .param("projection", projection)
                .param("failure", failure.getName())
                .update();
    }

    /** Those that are asked for and not done, in the order in which it is their turn. */
    public List<RebuildProgress> all() {
        return database.sql(
                        """
                        select   projection, requested_at, begun_at, position, events, failure,
                                 coalesce(extract(epoch from advanced_at - begun_at), 0) as seconds
                        from     projection_rebuild
                        order by requested_at, projection
                        """)
                .query(Rebuilds::progress)
                .list();
    }

    /** How many wait or are being built, and how many were given up. */
    public Counts count() {
        return database.sql(
                        """
                        select count(*) filter (where failure is null) as waiting, count(failure) as failed
                        from   projection_rebuild
                        """)
                .query((row, _) -> new Counts(row.getInt("waiting"), row.getInt("failed")))
                .single();
    }

    /**
     * @param open wait, or are being built
     * @param failed were given up
     */
    public record Counts(int open, int failed) {}

    /** Its tables are empty, and it is read from the first event. */
    public void begun(String projection) {
        database.sql(
                        """
                        insert into projection_rebuild
                               (projection, requested_at, begun_at, advanced_at, claimed_until)
                        values (:projection, clock_timestamp(), clock_timestamp(), clock_timestamp(),
                                clock_timestamp() + %s)
                        on conflict (projection) do update
                        set    begun_at      = excluded.begun_at,
                               advanced_at   = excluded.advanced_at,
                               claimed_until = excluded.claimed_until,
                               position      = 0,
                               events        = 0,
                               failure       = null
                        """
                                .formatted(CLAIM))
                .param("projection", projection)
                .update();
    }

    /** So many events more are worked in, up to a position. */
    public void advanced(String projection, long position, int events) {
        database.sql(
                        """
                        update projection_rebuild
                        set    position      = :position,
                               events        = events + :events,
                               advanced_at   = clock_timestamp(),
                               claimed_until = clock_timestamp() + %s
                        where  projection    = :projection
                        """
                                .formatted(CLAIM))
                .param("projection", projection)
                .param("position", position)
                .param("events", events)
                .update();
    }

    /** The new tables answer. */
    public void done(String projection) {
        database.sql("delete from projection_rebuild where projection = :projection")
                .param("projection", projection)
                .update();
    }

    private static RebuildProgress progress(ResultSet row, int number) throws SQLException {
        var begun = row.getTimestamp("begun_at");
        return new RebuildProgress(
                row.getString("projection"),
                row.getTimestamp("requested_at").toInstant(),
                begun == null ? null : begun.toInstant(),
                row.getLong("position"),
                row.getLong("events"),
                row.getDouble("seconds"),
                row.getString("failure"));
    }
}
