package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.channels.ChatChannels;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Puts alerts that somebody is to be told of into the outbox of every channel, in the transaction
 * that raised them, woke them from a snooze or escalated them. Called by those who watch; who is
 * told in the end is decided when the message is composed.
 */
@Component
public class WhenAlertRaisedThenTellChat {

    private final Outbox outbox;
    private final String[] channels;

    @Autowired
    public WhenAlertRaisedThenTellChat(Outbox outbox, ChatChannels channels) {
        this(outbox, channels.names());
    }

    /**
     * @param channels names of the channels to tell
     */
    public WhenAlertRaisedThenTellChat(Outbox outbox, List<String> channels) {
        this.outbox = outbox;
        this.channels = channels.toArray(String[]::new);
    }

    /**
     * These open alerts are to be told of, for a reason that is the same for all of them.
     *
     * @param isQuiet whether they wait for the end of an import, to be told in one message
     */
    public void react(List<UUID> alerts, Occasion occasion, Instant now, boolean isQuiet) {
        if (alerts.isEmpty() || channels.length == 0) {
            return;
        }
        outbox.add(alerts, occasion, channels, now, isQuiet);
    }
}
