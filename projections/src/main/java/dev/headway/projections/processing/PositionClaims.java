package dev.headway.projections.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks on rows of {@code projection_position}, held until the transaction ends. */
final class PositionClaims {

    private final JdbcClient database;

    PositionClaims(JdbcClient database) {
        this.database = database;
    }

    /**
     * Locks the projection's row until the transaction ends; empty when another node has it. What
     * follows is not waited for on disk: table and position are lost together or not at all, and
     * read again.
     */
    Optional<ClaimedPosition> claim(String projection) {
        return database.sql(
                        """
                        select position, generation, dead_letters, set_config('synchronous_commit', 'off', true)
                        from   projection_position
                        where  projection = :projection
                        for update skip locked
                        """)
                .param("projection", projection)
                .query(PositionClaims::claimed)
                .optional();
    }

    /** As {@link #claim} for many at once; those that another node has are not among them. */
    Map<String, ClaimedPosition> claimAll(Collection<String> projections) {
        var claims = new HashMap<String, ClaimedPosition>();
        database.sql(
                        """
                        select position, generation, dead_letters, projection,
                               set_config('synchronous_commit', 'off', true)
                        from   projection_position
                        where  projection = any(:projections)
                        order by projection
                        for update skip locked
                        """)
                .param("projections", projections.toArray(String[]::new))
                .query(
                        row -> {
                            claims.put(row.getString("projection"), claimed(row, row.getRow()));
                        });
        return claims;
    }

    /** Locks the projection's row until the transaction ends, however long another node has it. */
    ClaimedPosition claimWaiting(String projection) {
        return claimIfPresent(projection).orElseThrow();
    }

    /** Like {@link #claimWaiting}, empty when there is nothing of that name. */
    Optional<ClaimedPosition> claimIfPresent(String projection) {
        var limit =
                database.sql("select current_setting('statement_timeout')")
                        .query(String.class)
                        .single();
        setLocal("lock_timeout", "0");
        setLocal("statement_timeout", "0");
        var claim =
                database.sql(
                                """
                                select position, generation, dead_letters
                                from   projection_position
                                where  projection = :projection
                                for update
                                """)
                        .param("projection", projection)
                        .query(PositionClaims::claimed)
                        .optional();
        setLocal("statement_timeout", limit);
        return claim;
    }

    private static ClaimedPosition claimed(ResultSet row, int number) throws SQLException {
        return new ClaimedPosition(row.getLong(1), row.getLong(2), row.getInt(3));
    }

    /** Until the transaction ends. */
    private void setLocal(String setting, String value) {
        var unused =
                database.sql("select set_config(:setting, :value, true)")
                        .param("setting", setting)
                        .param("value", value)
                        .query(String.class)
                        .single();
    }
}
