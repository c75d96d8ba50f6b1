package dev.headway.projections.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a {@link LifeDigest}: all of a life is looked at, and little of it is read. */
final class LifeDigests {

    private static final String DIGEST =
            """
            with life as materialized (
                     select position, kind, effective_at
                     from   audit_entry
                     where  partnership_id = :partnership),
                 touchpoint as materialized (
                     select position, effective_at
                     from   life
                     where  kind = :touchpoint),
                 told as (
                     select position from life where kind <> :touchpoint
                     union
                     (select position from touchpoint order by position desc limit :newest)
                     union
                     (select position from touchpoint order by effective_at desc, position desc limit 1)),
                 counted as materialized (
                     select (select count(*) from life) as length,
                            (select count(*)
                             from   touchpoint
                             where  position > coalesce((select max(position)
                                                         from   life
                                                         where  kind = 'PartnershipRevived'), 0)) as touchpoints)
            select   ${columns}, touchpoints, length
            from     audit_entry, counted
            where    partnership_id = :partnership
            and      position in (select position from told)
            order by position
            """
                    .replace("${columns}", AuditRow.COLUMNS);

    private final JdbcClient database;

    LifeDigests(JdbcClient database) {
        this.database = database;
    }

    private record Row(AuditRow.Stored entry, int touchpoints, int length) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    AuditRow.Stored.of(row, number),
                    row.getInt("touchpoints"),
                    row.getInt("length"));
        }
    }

    LifeDigest of(String partnershipId) {
        var rows =
                database.sql(DIGEST)
                        .param("partnership", partnershipId)
                        .param("touchpoint", LifeDigest.TOUCHPOINT)
                        .param("newest", LifeDigest.NEWEST)
                        .query(Row::of)
                        .list();
        return rows.isEmpty()
                ? LifeDigest.NONE
                : new LifeDigest(
                        rows.stream().map(row -> row.entry().event()).toList(),
                        rows.getFirst().touchpoints(),
                        rows.getFirst().length());
    }
}
