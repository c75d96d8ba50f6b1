package dev.headway.benchmarks.speed;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills the log of a migrated database with lives that look like lived ones: registered, in pilot,
 * three steps, a seat, and touchpoints from then on. Versions of all partnerships alternate, as
 * they do when many people work at once.
 */
final class LogSeeder {

    private static final String INSTANT = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

    private static final String EVENTS =
            """
            insert into event (position, version, effective_at, recorded_at, stream, stream_type,
                               event_id, type, revision, payload, metadata)
            select (select coalesce(max(position), 0) from event) + (v - 1) * ? + p,
                   v,
                   at at time zone 'UTC',
                   now(),
                   stream,
                   'partnership',
                   cast(md5(stream || '/' || v) as uuid),
                   type,
                   '1',
                   case type
                       when 'PartnershipRegistered' then json_build_object(
                            'partnershipId', stream, 'name', 'Partnership ' || ? || ' ' || p,
                            'partnerName', 'Partner ' || p % 1000, 'partnerType', 'RESELLER',
                            'effectiveAt', to_char(at, ${instant}))
                       when 'PilotStarted' then json_build_object(
                            'effectiveAt', to_char(at, ${instant}))
                       when 'StepPlanned' then json_build_object(
                            'stepId', 'step-' || v, 'title', 'Train the field team ' || v,
                            'owner', 'Alliance desk', 'side', 'PARTNER',
                            'dueOn', '2099-01-01T00:00:00Z', 'effectiveAt', to_char(at, ${instant}))
                       when 'SeatFilled' then json_build_object(
                            'seat', 'SUPPORT', 'holder', 'Support desk', 'side', 'OURS',
                            'effectiveAt', to_char(at, ${instant}))
                       else json_build_object(
                            'kind', 'JOINT_CALL',
                            'summary', 'Went through the open proposals of the week, number ' || v,
                            'with', 'Partner desk', 'effectiveAt', to_char(at, ${instant}))
                   end,
                   json_build_object('actor', 'manager', 'role', 'MANAGER', 'channel', 'API',
                                     'correlationId', md5(stream || v))
            from   (select v, p,
                           cast(cast(md5(? || p) as uuid) as text) as stream,
                           case v when 1 then 'PartnershipRegistered'
                                  when 2 then 'PilotStarted'
                                  when 3 then 'StepPlanned'
                                  when 4 then 'StepPlanned'
                                  when 5 then 'StepPlanned'
                                  when 6 then 'SeatFilled'
                                  else 'TouchpointRecorded' end as type,
                           now() at time zone 'UTC' - make_interval(mins => 2 * (? - v)) as at
                    from   generate_series(1, ?) as v, generate_series(1, ?) as p) as lived
            """
                    .replace("${instant}", INSTANT);

    private LogSeeder() {}

    /**
     * @param salt of their ids: the n-th is {@code md5(salt || n)} as UUID
     */
    static void lives(Connection connection, String salt, int partnerships, int eventsEach)
            throws SQLException {
        try (var insert = connection.prepareStatement(EVENTS);
                var statement = connection.createStatement()) {
            insert.setInt(1, partnerships);
            insert.setString(2, salt);
            insert.setString(3, salt);
            insert.setInt(4, eventsEach);
            insert.setInt(5, eventsEach);
            insert.setInt(6, partnerships);
            insert.executeUpdate();
            statement.execute("analyze event");
        }
    }

    /** The id of the n-th partnership of a salt, from 1. */
    static String id(Connection connection, String salt, int n) throws SQLException {
        try (var select = connection.prepareStatement("select cast(md5(? || ?) as uuid)")) {
            select.setString(1, salt);
            select.setString(2, String.valueOf(n));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
