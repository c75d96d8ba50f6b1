package dev.headway.projections.questions.waivers;

import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.tables.PartnershipRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that {@link WhichWaiversAreThere} keeps. */
@Component
class WaiverTable {

    static final RowMapper<WaiverEntry> ENTRY = new SimplePropertyRowMapper<>(WaiverEntry.class);

    private final JdbcClient database;

    WaiverTable(JdbcClient database) {
        this.database = database;
    }

    /** By partnership; those without any are left out. */
    Map<String, PartnershipWaivers> of(Collection<String> partnerships) {
        var waivers = new HashMap<String, PartnershipWaivers>();
        database
                .sql(
                        """
                        select   *
                        from     waiver
                        where    partnership_id = any(:partnerships)
                        order by partnership_id, waiver_id
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .query(ENTRY)
                .list()
                .stream()
                .collect(Collectors.groupingBy(WaiverEntry::partnershipId))
                .forEach((id, entries) -> waivers.put(id, new PartnershipWaivers(entries)));
        return waivers;
    }

    void delete(String partnershipId) {
        PartnershipRows.delete(database, partnershipId, List.of("waiver"));
    }

    /** Stores what has become of them. */
    void store(Map<String, PartnershipWaivers> before, Map<String, PartnershipWaivers> after) {
        after.forEach(
                (id, now) -> {
                    if (!now.ids().containsAll(before.getOrDefault(id, now).ids())) {
                        delete(id); // those of a former life
                    }
                });
        JsonBulkWrites.write(
                database,
                """
                insert into waiver
                       (partnership_id, waiver_id, criterion, reason, requested_at, requested_by,
                        requested_by_id, expires_on, status, decided_at, decided_by, decided_by_id,
                        decision, moot, version)
                select partnership_id, waiver_id, criterion, reason, requested_at, requested_by,
                       requested_by_id, expires_on, status, decided_at, decided_by, decided_by_id,
                       decision, moot, version
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, waiver_id text, criterion text, reason text,
                               requested_at timestamptz, requested_by text, requested_by_id text,
                               expires_on timestamptz, status text, decided_at timestamptz,
                               decided_by text, decided_by_id text, decision text, moot boolean,
                               version bigint)
                on conflict (partnership_id, waiver_id) do update
                set    status        = excluded.status,
                       decided_at    = excluded.decided_at,
                       decided_by    = excluded.decided_by,
                       decided_by_id = excluded.decided_by_id,
                       decision      = excluded.decision,
                       moot          = excluded.moot,
                       version       = excluded.version
                """,
                after.values().stream().flatMap(each -> each.waivers().stream()).toList());
    }
}
