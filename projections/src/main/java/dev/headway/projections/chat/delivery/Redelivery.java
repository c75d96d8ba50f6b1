package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.channels.ChatChannels;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an admin can do about messages that were given up, and about channels that were. */
@Component
public class Redelivery {

    private final RedeliveryTable deliveries;
    private final ChannelTable states;
    private final ChatChannels channels;
    private final Clock clock;

    public Redelivery(
            RedeliveryTable deliveries, ChannelTable states, ChatChannels channels, Clock clock) {
        this.deliveries = deliveries;
        this.states = states;
        this.channels = channels;
        this.clock = clock;
    }

    /** What came of asking for a message to be sent again. */
    public enum Result {
        QUEUED,
        UNKNOWN,
        /** It was delivered, or is still being tried. */
        NOT_DEAD,
        CHANNEL_DISABLED,
        CHANNEL_REMOVED
    }

    /** Has a dead letter tried for three days again, under its own id and in its own words. */
    @Transactional
    public Result resend(UUID delivery, String by) {
        var now = clock.instant();
        var found = deliveries.lock(delivery).map(this::check).orElse(Result.UNKNOWN);
        if (found == Result.QUEUED) {
            deliveries.resend(delivery, by, now);
        }
        return found;
    }

    /**
     * Lets a channel be told again that answered 410; a configured one that did not, stays as it
     * is.
     *
     * @return whether there is such a channel
     */
    public boolean enable(String channel, String by) {
        if (!channels.has(channel)) {
            return false;
        }
        states.enable(channel, by);
        return true;
    }

    private Result check(RedeliveryTable.Locked delivery) {
        if (delivery.status() != DeliveryStatus.DEAD) {
            return Result.NOT_DEAD;
        }
        if (!channels.has(delivery.channel())) {
            return Result.CHANNEL_REMOVED;
        }
        return delivery.isChannelDisabled() ? Result.CHANNEL_DISABLED : Result.QUEUED;
    }
}
