package dev.headway.projections.questions.ghosttowns;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.tables.ArrayBulkWrites;
import dev.headway.projections.tables.PartnershipRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL behind {@link WhichPartnershipsAreGhostTowns}: table {@code ghost_clock}. */
final class GhostClockTable {

    private final JdbcClient database;

    GhostClockTable(JdbcClient database) {
        this.database = database;
    }

    /** The quietest first. */
    List<GhostClock> ghostTowns(Thresholds thresholds, Instant now) {
        return database.sql(
                        """
                        select   *
                        from     ghost_clock
                        where    %s
                        order by last_motion_at, partnership_id
                        """
                                .formatted(GhostClockJoin.IS_GHOST_TOWN))
                .params(GhostClockJoin.silentSinceByStage(thresholds, now))
                .query(GhostClockTable::clock)
                .list();
    }

    Map<String, GhostClock> clocksOf(Collection<String> partnershipIds) {
        var clocks = new HashMap<String, GhostClock>();
        database.sql("select * from ghost_clock where partnership_id = any(:ids)")
                .param("ids", partnershipIds.toArray(String[]::new))
                .query(GhostClockTable::clock)
                .list()
                .forEach(clock -> clocks.put(clock.partnershipId(), clock));
        return clocks;
    }

    void delete(String partnershipId) {
        PartnershipRows.delete(database, partnershipId, List.of("ghost_clock"));
    }

    void store(Collection<GhostClock> clocks) {
        ArrayBulkWrites.write(
                database,
                """
                insert into ghost_clock
                       (partnership_id, name, stage, version,
                        last_motion_at, last_motion_event,
                        last_motion_event_id, last_motion_summary)
                select partnership_id, name, stage, version,
                       last_motion_at, last_motion_event,
                       last_motion_event_id, last_motion_summary
                from   unnest(:partnership_id, :name, :stage, :version,
                              cast(:last_motion_at as timestamptz[]), :last_motion_event,
                              :last_motion_event_id, :last_motion_summary)
                       as given (partnership_id, name, stage, version,
                                 last_motion_at, last_motion_event,
                                 last_motion_event_id, last_motion_summary)
                on conflict (partnership_id) do update
                set    name                 = excluded.name,
                       stage                = excluded.stage,
                       last_motion_at       = excluded.last_motion_at,
                       last_motion_event    = excluded.last_motion_event,
                       last_motion_event_id = excluded.last_motion_event_id,
                       last_motion_summary  = excluded.last_motion_summary,
                       version              = excluded.version
                where  ghost_clock.version < excluded.version
                """,
                clocks.stream().map(GhostClockRow::of).toList());
    }

    private static GhostClock clock(ResultSet row, int number) throws SQLException {
        return new GhostClock(
                row.getString("partnership_id"),
                row.getString("name"),
                Stage.valueOf(row.getString("stage")),
                GhostClockJoin.lastMotion(row),
                row.getLong("version"));
    }
}
