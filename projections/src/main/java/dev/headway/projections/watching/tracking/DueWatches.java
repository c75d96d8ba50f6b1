package dev.headway.projections.watching.tracking;

import dev.headway.projections.deadletters.DeadLetterQueries;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The watches that are to be evaluated: an index range over their next check. */
@Component
public class DueWatches {

    /** How many watches are evaluated in one transaction. */
    public static final int BATCH = 500;

    /** Of a partnership that is parked it is not known what is due; it waits for the replay. */
    private static final String NOT_PARKED =
            DeadLetterQueries.isNotParkedIn(WatchedPartnerships.NAME, "watch.partnership_id");

    private final JdbcClient database;

    public DueWatches(JdbcClient database) {
        this.database = database;
    }

    /**
     * A watch that is to be evaluated. One that is checked because its day has come has no live
     * alert, unless time alone can end it.
     *
     * @param isChanged something happened to it since it was evaluated
     */
    public record DueWatch(long watchId, boolean mayHaveALiveAlert, boolean isChanged) {}

    /** Whether a watch is to be evaluated, or the time of an alert has come; in one statement. */
    public boolean isAnythingDue(Instant now) {
        return database.sql(
                        """
                        select exists (select
                                       from   ((select next_check_at
                                                from   watch
                                                where  next_check_at is not null
                                                and    ${not parked}
                                                order by next_check_at
                                                limit  1)
                                               union all
                                               (select next_check_at
                                                from   alert
                                                where  next_check_at is not null
                                                order by next_check_at
                                                limit  1)) soonest
                                       where  next_check_at <= :now)
                        """
                                .replace("${not parked}", NOT_PARKED))
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** The position of the watching projection, which stays there until the transaction ends. */
    public long positionHeld() {
        return database.sql(
                        """
                        select position
                        from   projection_position
                        where  projection = :projection
                        for share
                        """)
                .param("projection", WatchedPartnerships.NAME)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The next few; other nodes pass them over until the transaction ends. */
    public List<DueWatch> take(Instant now) {
        return database.sql(
                        """
                        select watch_id,
                               next_check_at = '-infinity' or due_times is not null
                                                           as may_have_a_live_alert,
                               next_check_at = '-infinity' as is_changed
                        from   watch
                        where  next_check_at <= :now
                        and    ${not parked}
                        order by next_check_at
                        limit  :batch
                        for update of watch skip locked
                        """
                                .replace("${not parked}", NOT_PARKED))
                .param("now", Timestamp.from(now))
                .param("batch", BATCH)
                .query(
                        (row, _) ->
                                new DueWatch(
                                        row.getLong("watch_id"),
                                        row.getBoolean("may_have_a_live_alert"),
                                        row.getBoolean("is_changed")))
                .list();
    }

    /** Brings those of several due times to the one that is not over yet, if there is one. */
    public void turn(Long[] watches, Instant now) {
        database.sql(
                        """
                        update watch
                        set    anchor_at = coalesce(present.counted_from, anchor_at),
                               due_at    = present.due,
                               ends_at   = present.until
                        from   (select watch_id, counted_from, due, until
                                from   watch
                                       left join lateral (
                                           select   *
                                           from     jsonb_to_recordset(due_times) as given (
                                                        counted_from timestamptz,
                                                        due          timestamptz,
                                                        until        timestamptz)
                                           where    until is null or until > :now
                                           order by due
                                           limit    1) present on true
                                where  watch_id = any(:watches)
                                and    due_times is not null) present
                        where  watch.watch_id = present.watch_id
                        """)
                .param("now", Timestamp.from(now))
                .param("watches", watches)
                .update();
    }

    /** Says that these were evaluated; each is checked again when it is due, or no longer is. */
    public void markEvaluated(Long[] watches, Instant now) {
        database.sql(
                        """
                        update watch
                        set    next_check_at = case when due_at > :now then due_at else ends_at end,
                               ended_by      = null,
                               ended_first   = null,
                               ended_last    = null,
                               ended_last_by = null
                        where  watch_id = any(:watches)
                        """)
                .param("now", Timestamp.from(now))
                .param("watches", watches)
                .update();
    }

    /**
     * Whether more is due than one round evaluates: what comes due at once is one digest, not as
     * many as the sweep takes rounds.
     */
    public boolean isBurst(Instant now) {
        return database.sql(
                        """
                        select exists (select
                                       from   watch
                                       where  next_check_at <= :now
                                       and    (next_check_at = '-infinity' or due_at <= :now)
                                       and    ${not parked}
                                       order by next_check_at
                                       offset :rounds
                                       limit  1)
                        """
                                .replace("${not parked}", NOT_PARKED))
                .param("now", Timestamp.from(now))
                .param("rounds", BATCH)
                .query(Boolean.class)
                .single();
    }
}
