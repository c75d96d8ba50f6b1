package dev.headway.benchmarks.speed;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills the log of a migrated database with a portfolio as it looks after some years: a fifth are
 * prospects, the others in pilot, launched, scaled or over; most are owned, have steps and moved
 * within the last two months, one in thirty did not. And the alerts that such a portfolio has had,
 * three for each, a third of which one digest told of.
 */
final class PortfolioSeeder {

    private static final String EVENTS =
            """
            insert into event (position, version, effective_at, recorded_at, stream, stream_type,
                               event_id, type, revision, payload, metadata)
            select (select coalesce(max(position), 0) from event) + (v - 1) * ? + p,
                   v, at at time zone 'UTC', now(), stream, 'partnership',
                   cast(md5(stream || '/' || v) as uuid), type, '1',
                   jsonb_build_object('effectiveAt', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                   || case type
                          when 'PartnershipRegistered' then jsonb_build_object(
                               'partnershipId', stream,
                               'name', (array['Émile', 'Łódź', 'Northwind', 'Straße', 'Çelik',
                                              'Zephyr', 'Acme', 'Ωmega'])[1 + p % 8]
                                       || ' ' || md5(stream || 'name') || ' listed ' || p,
                               'partnerName', 'Partner ' || p % 1000,
                               'partnerType', (array['RESELLER', 'TELCO', 'AGENCY'])[1 + p % 3],
                               'externalKey', 'key-' || p)
                          when 'SeatFilled' then jsonb_build_object(
                               'seat', 'RELATIONSHIP', 'holder', 'Owner ' || p % 200, 'side', 'OURS')
                          when 'PatternChosen' then jsonb_build_object('pattern', 'RESELL')
                          when 'StepPlanned' then jsonb_build_object(
                               'stepId', 'step-' || v, 'title', 'Train the field team ' || v,
                               'owner', 'Alliance desk', 'side', 'PARTNER',
                               'dueOn', '2099-01-01T00:00:00Z')
                          when 'TouchpointRecorded' then jsonb_build_object(
                               'kind', 'JOINT_CALL', 'summary', 'Went through the proposals')
                          when 'PartnershipSunset' then jsonb_build_object(
                               'reasonCode', 'DONE', 'reason', 'It was over')
                          else '{}'
                      end,
                   json_build_object('actor', 'manager', 'role', 'MANAGER', 'channel', 'API',
                                     'correlationId', md5(stream || v))
            from   (select v, p, kind.types[v] as type,
                           cast(cast(md5('listed' || p) as uuid) as text) as stream,
                           now() at time zone 'UTC'
                           - make_interval(days => p * 7919 % 62 + (cardinality(kind.types) - v) * 25,
                                           secs => p % 86400) as at
                    from   generate_series(1, ?) as p
                           join (values
                               (0, 4,   array['PartnershipRegistered', 'SeatFilled', 'PatternChosen']),
                               (4, 10,  array['PartnershipRegistered', 'SeatFilled', 'PilotStarted',
                                              'StepPlanned', 'StepPlanned', 'TouchpointRecorded']),
                               (10, 15, array['PartnershipRegistered', 'PilotStarted', 'StepPlanned',
                                              'StepPlanned', 'StepPlanned', 'PartnershipLaunched',
                                              'TouchpointRecorded', 'TouchpointRecorded']),
                               (15, 18, array['PartnershipRegistered', 'SeatFilled', 'PilotStarted',
                                              'PartnershipLaunched', 'TouchpointRecorded',
                                              'PartnershipScaled', 'StepPlanned',
                                              'TouchpointRecorded']),
                               (18, 20, array['PartnershipRegistered', 'SeatFilled', 'PilotStarted',
                                              'PartnershipLaunched', 'PartnershipSunset']))
                               as kind (low, high, types)
                           on p % 20 >= kind.low and p % 20 < kind.high
                           cross join lateral generate_series(1, cardinality(kind.types)) as v)
                   as lived
            """;

    private static final String ALERTS =
            """
            insert into alert (alert_id, partnership_id, partnership_name, rule, subject, severity,
                               anchor_event_id, anchor_type, anchor_at, due_at, raised_at, status,
                               resolved_at, resolved_by)
            select cast(md5('alert' || p || rule) as uuid), cast(cast(md5('listed' || p) as uuid) as text),
                   'Partnership ' || p, rule, '', 'WARNING', 'event-' || p, 'TouchpointRecorded',
                   raised - interval '60 days', raised, raised,
                   case when p % 10 < 6 then 'RESOLVED' when p % 10 < 9 then 'OPEN'
                        else 'ACKNOWLEDGED' end,
                   case when p % 10 < 6 then raised + interval '1 day' end,
                   case when p % 10 < 6 then 'POLICY' end
            from   (select p, rule,
                           now() - make_interval(days => p * 7919 % 365, secs => p % 86400) as raised
                    from   generate_series(1, ?) as p,
                           unnest(array['ghost-town', 'fading', 'seat-vacant']) as rule) as noticed
            """;

    private static final String DIGEST =
            """
            insert into delivery (delivery_id, channel, alert_ids, payload, status, attempts,
                                  composed_at, next_attempt_at, retry_until, ended_at)
            select gen_random_uuid(), 'alliance', array_agg(alert_id), '{}', 'DELIVERED', 1,
                   now(), now(), now(), now()
            from   alert
            where  rule = 'ghost-town'
            """;

    private PortfolioSeeder() {}

    static void events(Connection connection, int partnerships) throws SQLException {
        try (var insert = connection.prepareStatement(EVENTS)) {
            insert.setInt(1, partnerships);
            insert.setInt(2, partnerships);
            insert.executeUpdate();
        }
        execute(connection, "analyze event");
    }

    /** Once the projections have read; nobody watches. */
    static void alerts(Connection connection, int partnerships) throws SQLException {
        try (var insert = connection.prepareStatement(ALERTS)) {
            insert.setInt(1, partnerships);
            insert.executeUpdate();
        }
        execute(connection, DIGEST);
        execute(connection, "vacuum analyze");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
