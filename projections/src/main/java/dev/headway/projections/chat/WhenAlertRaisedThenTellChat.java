package dev.headway.projections.chat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts raised alerts into the outbox of every channel, in the transaction that raised them. Called
 * by the sweep.
 */
@Component
public class WhenAlertRaisedThenTellChat {

    private final JdbcClient database;
    private final String[] channels;

    @Autowired
    WhenAlertRaisedThenTellChat(JdbcClient database, Channels channels) {
        this(database, channels.names());
    }

    /**
     * @param channels names of the channels to tell
     */
    public WhenAlertRaisedThenTellChat(JdbcClient database, List<String> channels) {
        this.database = database;
        this.channels = channels.toArray(String[]::new);
    }

    public void react(List<UUID> alerts, Instant now) {
        if (alerts.isEmpty() || channels.length == 0) {
            return;
        }
        database.sql(
                        """
                        insert into chat_outbox (channel, alert_id, queued_at)
                        select channel, alert_id, :now
                        from   unnest(:alerts)   as alert_id,
                               unnest(:channels) as channel
                        """)
                .param("now", Timestamp.from(now))
                .param("alerts", alerts.toArray(UUID[]::new))
                .param("channels", channels)
                .update();
    }
}
