package dev.headway.benchmarks.safety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Holds table {@code event} and the audit against the {@link Ledger}. */
public final class LogCheck {

    /** A stream's versions are 1, 2, 3 … in the order of positions. */
    private static final String OUT_OF_ORDER =
            """
            select count(*)
            from   (select version, row_number() over (partition by stream order by position) as place
                    from   event) as placed
            where  version <> place
            """;

    private static final String TWICE =
            """
            select count(*)
            from   (select from event group by stream, version having count(*) > 1) as more_than_once
            """;

    private static final String MISSING_IN_AUDIT =
            """
            select count(*)
            from   event
                   full join audit_entry using (position)
            where  event.position is null or audit_entry.position is null
                   or event.event_id <> audit_entry.event_id
            """;

    private static final String SUMMARIES =
            """
            select payload::jsonb ->> 'summary'
            from   event
            where  type = 'TouchpointRecorded'
            """;

    private final Connection connection;

    public LogCheck(Connection connection) {
        this.connection = connection;
    }

    /** What it has to be, each by its name. */
    public void hold(Ledger ledger, SafetyResult verdict) throws SQLException {
        var stored = new HashMap<String, Integer>();
        for (var summary : texts(SUMMARIES)) {
            stored.merge(summary, 1, Integer::sum);
        }
        verdict.tells("commands acknowledged", ledger.acknowledged().size());
        verdict.tells("commands refused", ledger.refused().size());
        verdict.tells("unknown outcomes settled by their key", ledger.askedAgain());
        verdict.mustBeNought("commands of unknown outcome left", ledger.unknown().size());
        verdict.mustBeNought(
                "acknowledged and lost",
                ledger.acknowledged().stream().filter(key -> !stored.containsKey(key)).count());
        verdict.mustBeNought(
                "stored more than once",
                stored.values().stream().filter(times -> times > 1).count());
        verdict.mustBeNought(
                "refused and stored",
                ledger.refused().stream().filter(stored::containsKey).count());
        verdict.mustBeNought("(stream, version) twice", number(TWICE));
        verdict.mustBeNought("out of order within a partnership", number(OUT_OF_ORDER));
        verdict.mustBeNought("events missing or twice in the audit", number(MISSING_IN_AUDIT));
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
