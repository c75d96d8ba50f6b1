package dev.headway.projections.watching.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What table {@code alert} says. */
record AlertsOnRecord(JdbcClient database) {

    /** An alert that is not over. */
    record Live(String alertId, Held held, String status) {}

    /** How many alerts there ever were, and how often somebody was told that one was raised. */
    record Counts(int raised, int told) {}

    List<Live> live() {
        var live = new ArrayList<Live>();
        database.sql(
                        """
                        select   alert_id, partnership_id, rule, subject, status
                        from     alert
                        where    resolved_at is null
                        order by partnership_id, rule, subject
                        """)
                .query(
                        row -> {
                            var about =
                                    new Held(row.getString(2), row.getString(3), row.getString(4));
                            live.add(new Live(row.getString(1), about, row.getString(5)));
                        });
        return live;
    }

    Counts counts() {
        return database.sql(
                        """
                        select (select count(*) from alert),
                               (select count(*) from chat_outbox where occasion = 'RAISED')
                        """)
                .query((row, _) -> new Counts(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** How often an alert was raised about each. */
    Map<Held, Integer> raised() {
        var raised = new TreeMap<Held, Integer>();
        database.sql(
                        """
                        select   partnership_id, rule, subject, count(*)
                        from     alert
                        group by partnership_id, rule, subject
                        """)
                .query(
                        row -> {
                            raised.put(
                                    new Held(row.getString(1), row.getString(2), row.getString(3)),
                                    row.getInt(4));
                        });
        return raised;
    }
}
