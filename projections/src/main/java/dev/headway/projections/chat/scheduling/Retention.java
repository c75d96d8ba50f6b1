package dev.headway.projections.chat.scheduling;

import dev.headway.projections.chat.channels.ChatChannels;
import dev.headway.projections.chat.channels.ChatProperties;
import dev.headway.projections.chat.outbox.DailyThrottle;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that nothing waits for ever and nothing is kept for ever: what nobody can deliver any
 * more becomes a dead letter, and what ended long ago is forgotten.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** A node that is about to be replaced may know channels that this one does not, or no more. */
    private static final Duration UNKNOWN_TO_ALL = Duration.ofHours(1);

    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient database;
    private final Clock clock;
    private final ChatChannels channels;
    private final DailyThrottle oncePerDay;
    private final Duration keep;

    public Retention(
            JdbcClient database,
            Clock clock,
            ChatChannels channels,
            DailyThrottle oncePerDay,
            ChatProperties properties) {
        this.database = database;
        this.clock = clock;
        this.channels = channels;
        this.oncePerDay = oncePerDay;
        this.keep = properties.keep();
    }

    public void tidy() {
        var now = clock.instant();
        buryForDisabled(now);
        buryForRemoved(now);
        forget(now.minus(keep));
        oncePerDay.forgetBefore(now);
    }

    private void buryForDisabled(Instant now) {
        var buried =
                database.sql(
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
        if (buried > 0) {
            LOG.warn("{} deliveries are dead letters: their channel is disabled", buried);
        }
    }

    private void buryForRemoved(Instant now) {
        var names = channels.names().toArray(String[]::new);
        var untried = Timestamp.from(now.minus(UNKNOWN_TO_ALL));
        var buried =
                database.sql(
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
                        .param("untried", untried)
                        .param("names", names)
                        .query((row, _) -> row.getString("channel"))
                        .list();
        var untold =
                database.sql(
                                """
                                delete from chat_outbox
                                where  queued_at < :untried
                                and    channel <> all(:names)
                                returning channel
                                """)
                        .param("untried", untried)
                        .param("names", names)
                        .query((row, _) -> row.getString("channel"))
                        .list();
        tell(buried, "deliveries are dead letters");
        tell(untold, "alerts are not told");
    }

    private static void tell(List<String> ofChannels, String what) {
        if (!ofChannels.isEmpty()) {
            LOG.warn(
                    "{} {}: no chat channel is configured any more that is called {}",
                    ofChannels.size(),
                    what,
                    ofChannels.stream().distinct().toList());
        }
    }

    /** With every try of theirs. */
    private void forget(Instant endedBefore) {
        database.sql(
                        """
                        delete from delivery
                        where  delivery_id in (select delivery_id
                                               from   delivery
                                               where  ended_at < :ended
                                               order by ended_at
                                               limit  :most)
                        """)
                .param("ended", Timestamp.from(endedBefore))
                .param("most", MOST_AT_ONCE)
                .update();
    }
}
