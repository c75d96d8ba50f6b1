package dev.headway.projections.watching.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which alerts of a rule became due within a period, and which stood at an instant. */
@Component
public class AlertsOfAPeriod {

    private final JdbcClient database;

    AlertsOfAPeriod(JdbcClient database) {
        this.database = database;
    }

    /**
     * Alerts of a rule, those about voided partnerships aside.
     *
     * @param count how many there are
     * @param items the first of them, soonest due first
     */
    public record Episodes(long count, List<Episode> items) {}

    /**
     * What became of one.
     *
     * @param alertId null where no alert was raised, since all that speaks of it came later
     * @param about the seat, step, bend, waiver or obligation, in words, or empty
     * @param raisedAt null where no alert was
     * @param status as it is now
     * @param resolvedBy the event that ended it, {@code POLICY} or {@code TIME}; null while it
     *     holds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Episode(
            @Nullable String alertId,
            String partnershipId,
            String partnership,
            String about,
            Instant dueAt,
            @Nullable Instant raisedAt,
            String status,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy) {

        /** Counted from another instant than it was when it was raised. */
        public Episode due(Instant at) {
            return new Episode(
                    alertId,
                    partnershipId,
                    partnership,
                    about,
                    at,
                    raisedAt,
                    status,
                    resolvedAt,
                    resolvedBy);
        }
    }

    /**
     * Those that became due from one instant to before another.
     *
     * @param except partnerships whose alerts are left out
     */
    public Episodes due(String rule, Instant from, Instant to, Set<String> except, int most) {
        return episodes(
                """
                alert.due_at >= :from
                and alert.due_at < :to
                and alert.partnership_id <> all(:except)
                """,
                Map.of(
                        "rule", rule,
                        "from", utc(from),
                        "to", utc(to),
                        "except", except.toArray(String[]::new)),
                most);
    }

    /**
     * Those that were due and not resolved at an instant.
     *
     * @param except partnerships whose alerts are left out
     */
    public Episodes standing(String rule, Instant at, Set<String> except, int most) {
        return episodes(
                """
                alert.due_at < :at
                and (alert.resolved_at is null or alert.resolved_at >= :at)
                and alert.partnership_id <> all(:except)
                """,
                Map.of("rule", rule, "at", utc(at), "except", except.toArray(String[]::new)),
                most);
    }

    /**
     * Partnerships with alerts of these rules that were due before a period ended, and not over.
     */
    public List<String> concerned(Collection<String> rules, Instant from, Instant to) {
        return database.sql(
                        """
                        select distinct partnership_id
                        from   alert
                        where  rule   = any(:rules)
                        and    due_at < :to
                        and    (resolved_at is null or resolved_at >= :from)
                        """)
                .param("rules", rules.toArray(String[]::new))
                .param("from", utc(from))
                .param("to", utc(to))
                .query((row, _) -> row.getString("partnership_id"))
                .list();
    }

    /** All that were ever raised about a partnership, whenever they became due. */
    public List<Episode> raised(String rule, String partnershipId, int most) {
        return episodes(
                        "alert.partnership_id = :partnership",
                        Map.of("rule", rule, "partnership", partnershipId),
                        most)
                .items();
    }

    private Episodes episodes(String condition, Map<String, ?> bound, int most) {
        var where = "alert.rule = :rule and " + condition + " and " + OfVoided.none();
        var count =
                database.sql("select count(*) from alert where " + where)
                        .params(bound)
                        .query(Long.class)
                        .single();
        var items =
                database.sql(
                                """
                                select   alert.*,
                                         coalesce(known.name, alert.partnership_name) as known_as
                                from     alert
                                         left join watched_partnership known using (partnership_id)
                                where    ${where}
                                order by due_at, alert_id
                                limit    :most
                                """
                                        .replace("${where}", where))
                        .params(bound)
                        .param("most", most)
                        .query(AlertsOfAPeriod::episode)
                        .list();
        return new Episodes(count, items);
    }

    private static Episode episode(ResultSet row, int number) throws SQLException {
        return new Episode(
                row.getString("alert_id"),
                row.getString("partnership_id"),
                row.getString("known_as"),
                row.getString("about"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("status"),
                AlertRow.instant(row, "resolved_at"),
                row.getString("resolved_by"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
