package dev.headway.projections.watching.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dates that rules watch and people keep, as a calendar shows them. */
@Component
public class WatchedDates {

    private final JdbcClient database;

    WatchedDates(JdbcClient database) {
        this.database = database;
    }

    /** What is on a date. */
    public enum Occasion {
        PILOT_ENDS("pilot-overdue"),
        PARKED_UNTIL("parked-due"),
        REVIEW("rhythm-missed");

        private final String rule;

        Occasion(String rule) {
            this.rule = rule;
        }

        /** As ids name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Occasion of(String rule) {
            return List.of(values()).stream()
                    .filter(each -> each.rule.equals(rule))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A date of a partnership. */
    public record WatchedDate(
            String partnershipId, String partnershipName, Occasion occasion, Instant on) {}

    /**
     * The soonest first: the ends of pilots that have no verdict, until when prospects are parked,
     * and when the agreed rhythm asks for the next meeting.
     *
     * @param partnerships whose; null for everybody's
     */
    public List<WatchedDate> of(@Nullable List<String> partnerships, int limit) {
        return database.sql(
                        """
                        select   w.partnership_id, p.name, w.rule, w.anchor_at
                        from     watch w
                                 join watched_partnership p using (partnership_id)
                        where    w.rule in ('pilot-overdue', 'parked-due', 'rhythm-missed')
                        and      w.anchor_at is not null
                        and      (cast(:ids as text[]) is null or w.partnership_id = any(:ids))
                        order by w.anchor_at, w.partnership_id, w.rule
                        limit    :limit
                        """)
                .param("ids", partnerships == null ? null : partnerships.toArray(String[]::new))
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new WatchedDate(
                                        row.getString("partnership_id"),
                                        row.getString("name"),
                                        Occasion.of(row.getString("rule")),
                                        row.getTimestamp("anchor_at").toInstant()))
                .list();
    }
}
