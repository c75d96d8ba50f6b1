package dev.headway.projections.changes;

import dev.headway.projections.retention.LegalHold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What became of alerts since yesterday, in the order of commits; table {@code alert} writes it by
 * its triggers, whoever changes it.
 */
@Component
public class AlertChangeTable {

    private final JdbcClient database;
    private final LegalHold hold;

    public AlertChangeTable(JdbcClient database, LegalHold hold) {
        this.database = database;
        this.hold = hold;
    }

    /** A change of an alert that no event tells of. */
    record AlertChange(long number, UUID alertId, String partnershipId) {

        private static AlertChange of(ResultSet row, int number) throws SQLException {
            return new AlertChange(
                    row.getLong("number"),
                    row.getObject("alert_id", UUID.class),
                    row.getString("partnership_id"));
        }

        /** As one who knows of everything up to a position is told. */
        Change at(long position) {
            return new Change(ChangeKind.ALERT, alertId.toString(), partnershipId, position);
        }
    }

    /** The number of the newest, 0 when there is none. */
    long last() {
        return database.sql("select coalesce(max(number), 0) from alert_change")
                .query(Long.class)
                .single();
    }

    /** Those after a number, oldest first, at most so many. */
    List<AlertChange> after(long number, int limit) {
        return database.sql(
                        """
                        select   number, alert_id, partnership_id
                        from     alert_change
                        where    number > :number
                        order by number
                        limit    :limit
                        """)
                .param("number", number)
                .param("limit", limit)
                .query(AlertChange::of)
                .list();
    }

    /**
     * The number after which everything is that somebody may have missed who was told of all events
     * up to a position: what was written since, and the one transaction that was under way then.
     */
    long numberBefore(long position) {
        return database.sql(
                        """
                        select coalesce(min(number) - 1, 0)
                        from   alert_change
                        where  transaction = (select   transaction
                                              from     alert_change
                                              where    position < :position
                                              order by number desc
                                              limit    1)
                        """)
                .param("position", position)
                .query(Long.class)
                .single();
    }

    /** Whether something may have been deleted that came after a position. */
    boolean isDeletedAfter(long position) {
        return database.sql(
                        """
                        select coalesce((select   number > 1 and position >= :position
                                         from     alert_change
                                         order by number
                                         limit    1), false)
                        """)
                .param("position", position)
                .query(Boolean.class)
                .single();
    }

    /** Forgets what is older than a day; the newest stays, and says that there were others. */
    @Scheduled(fixedDelayString = "PT1H")
    void deleteOld() {
        hold.unlessInForce(this::delete);
    }

    private void delete() {
        database.sql(
                        """
                        delete from alert_change
                        where  changed_at < clock_timestamp() - interval '1 day'
                        and    number     < (select max(number) from alert_change)
                        """)
                .update();
    }
}
