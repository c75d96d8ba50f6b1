package dev.headway.projections.watching.standstill;

import dev.headway.contracts.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what standing still follows from, out of what the watch keeps: a few values of each
 * partnership, since a page of them is read with every list.
 */
final class StandingTable {

    private final JdbcClient database;

    StandingTable(JdbcClient database) {
        this.database = database;
    }

    /** By partnership; those that the watch has not heard of are left out. */
    Map<String, Standing> of(Collection<String> partnerships, Instant now) {
        var standing = new HashMap<String, Standing>();
        database.sql(
                        """
                        select known.partnership_id,
                               known.stage,
                               not known.voided                               as registered,
                               known.facts #>> '{planning,parked_until,at}'   as parked_until,
                               known.facts #>  '{steps,open,by_id}' <> '{}'   as planned,
                               known.facts ->  'has_customer' = 'true'        as has_customer,
                               case when due.pilot_ended
                                    then known.facts #>> '{pilot,ends_on,at}'
                               end                                            as pilot_ended_on,
                               known.facts #>> '{rhythm,every_days}'          as every_days,
                               due.meeting_missed_on,
                               due.ghost_town,
                               due.quiet_since,
                               due.vacant_seats
                        from   watched_partnership known
                               cross join lateral
                               (select bool_or(rule = 'pilot-overdue') as pilot_ended,
                                       min(anchor_at) filter (where rule = 'rhythm-missed')
                                           as meeting_missed_on,
                                       bool_or(rule = 'ghost-town') as ghost_town,
                                       min(anchor_at) filter (where rule in ('fading', 'ghost-town'))
                                           as quiet_since,
                                       array_agg(subject order by subject)
                                           filter (where rule = 'seat-vacant') as vacant_seats
                                from   watch
                                where  watch.partnership_id = known.partnership_id
                                and    rule in ('fading', 'ghost-town', 'pilot-overdue', 'rhythm-missed',
                                                'seat-vacant')
                                and    due_at <= :now) due
                        where  known.partnership_id = any(:partnerships)
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            standing.put(row.getString("partnership_id"), standing(row));
                        });
        return standing;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Stage.valueOf(row.getString("stage")),
                row.getBoolean("registered"),
                instant(row.getString("parked_until")),
                row.getBoolean("planned"),
                row.getBoolean("has_customer"),
                instant(row.getString("pilot_ended_on")),
                row.getInt("every_days"),
                instant(row.getObject("meeting_missed_on", OffsetDateTime.class)),
                row.getBoolean("ghost_town"),
                instant(row.getObject("quiet_since", OffsetDateTime.class)),
                texts(row));
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        var seats = row.getArray("vacant_seats");
        return seats == null ? List.of() : List.of((String[]) seats.getArray());
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
