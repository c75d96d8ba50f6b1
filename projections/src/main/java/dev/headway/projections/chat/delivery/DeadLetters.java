package dev.headway.projections.chat.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code delivery} at its end: what nobody can deliver any more, what is wanted again, what
 * is deleted. Reads {@code chat_channel} in the same statements, so that nothing changes in
 * between.
 */
@Component
public class DeadLetters {

    private static final int BATCH_SIZE = 5_000;

    private final JdbcClient database;

    public DeadLetters(JdbcClient database) {
        this.database = database;
    }

    /**
     * @return how many there were
     */
    public int endForDisabledChannels(Instant now) {
        return database.sql(
                        """
                        update delivery d
                        set    status     = 'DEAD',
                               last_error = 'the channel is disabled',
                               ended_at   = :now
                        from   chat_channel c
                        where  c.channel = d.channel
                        and    c.disabled_at is not null
                        and    (d.status = 'PENDING'
                                or d.status = 'SENDING' and d.next_attempt_at <= :now)
                        """)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * @param configured names of the channels that there are
     * @return the channel of each that became a dead letter
     */
    public List<String> endForRemovedChannels(
            Collection<String> configured, Instant untriedSince, Instant now) {
        return database.sql(
                        """
                        update delivery
                        set    status     = 'DEAD',
                               last_error = 'the channel is no longer configured',
                               ended_at   = :now
                        where  status in ('PENDING', 'SENDING')
                        and    next_attempt_at < :untried
                        and    channel <> all(:names)
                        returning channel
                        """)
                .param("now", Timestamp.from(now))
                .param("untried", Timestamp.from(untriedSince))
                .param("names", configured.toArray(String[]::new))
                .query((row, _) -> row.getString("channel"))
                .list();
    }

    /** With every try of theirs. */
    public void deleteEnded(Instant before) {
        database.sql(
                        """
                        delete from delivery
                        where  delivery_id in (select delivery_id
                                               from   delivery
                                               where  ended_at < :ended
                                               order by ended_at
                                               limit  :most)
                        """)
                .param("ended", Timestamp.from(before))
                .param("most", BATCH_SIZE)
                .update();
    }
}
