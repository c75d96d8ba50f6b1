package dev.headway.projections.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions asked of table {@code dead_letter}. */
@Component
public class DeadLetterQueries {

    private final JdbcClient database;

    public DeadLetterQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * A condition in SQL, which costs one look for all rows, and leaves their order to an index.
     * Names come from code, never from outside.
     */
    public static String isNotParkedIn(String projection, String stream) {
        return """
               %s <> all (array(select dead_letter.stream
                                from   dead_letter
                                where  dead_letter.projection = '%s'))
               """
                .formatted(stream, projection);
    }

    /** The streams that are parked in a projection. */
    public Set<String> streams(String projection) {
        return Set.copyOf(
                database.sql("select stream from dead_letter where projection = :projection")
                        .param("projection", projection)
                        .query(String.class)
                        .list());
    }

    /** The letter of a stream, if it is parked. */
    public Optional<DeadLetter> find(String projection, String stream) {
        return database.sql(
                        """
                        select *
                        from   dead_letter
                        where  projection = :projection
                        and    stream     = :stream
                        """)
                .param("projection", projection)
                .param("stream", stream)
                .query(DeadLetterQueries::letter)
                .optional();
    }

    /** Letters after one of them, by projection and stream; not those of rebuilds. */
    public List<DeadLetter> page(
            String @Nullable [] projections,
            @Nullable String stream,
            List<String> after,
            int limit) {
        return database.sql(
                        """
                        select   *
                        from     dead_letter
                        where    projection not like '%/%'
                        and      (cast(:projections as text[]) is null or projection = any(:projections))
                        and      stream     = coalesce(cast(:stream as text), stream)
                        and      (projection, stream) > (:after_projection, :after_stream)
                        order by projection, stream
                        limit    :limit
                        """)
                .param("projections", projections)
                .param("stream", stream)
                .param("after_projection", after.isEmpty() ? "" : after.getFirst())
                .param("after_stream", after.isEmpty() ? "" : after.getLast())
                .param("limit", limit)
                .query(DeadLetterQueries::letter)
                .list();
    }

    /** What is parked now: streams by projection, those of rebuilds left out. */
    public Map<String, Set<String>> parked() {
        var parked = new HashMap<String, Set<String>>();
        database.sql("select projection, stream from dead_letter where projection not like '%/%'")
                .query(
                        (row, _) ->
                                parked.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                                        .add(row.getString(2)))
                .list();
        return parked;
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getString("projection"),
                new ParkedEvent(
                        row.getString("stream"),
                        row.getBoolean("of_partnership"),
                        row.getLong("position"),
                        row.getLong("version"),
                        row.getString("event_id"),
                        row.getString("event_type")),
                new Fault(row.getString("fault"), row.getString("place")),
                row.getInt("tries"),
                row.getLong("later_events"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                row.getObject("tried_at", OffsetDateTime.class).toInstant(),
                row.getString("replayed_by"));
    }
}
