package dev.headway.projections.chat.scheduling;

import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.delivery.Deliveries;
import dev.headway.projections.chat.delivery.DeliverySender;
import dev.headway.projections.chat.outbox.OutboxGatherer;
import dev.headway.projections.chat.outbox.WeeklyDigests;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** One look at a channel: whether a burst is over, and whether a message is to be sent. */
@Component
public class ChannelDispatcher {

    private final OutboxGatherer gathering;
    private final WeeklyDigests weekly;
    private final DeliverySender sending;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    public ChannelDispatcher(
            OutboxGatherer gathering,
            WeeklyDigests weekly,
            DeliverySender sending,
            Deliveries deliveries,
            Clock clock) {
        this.gathering = gathering;
        this.weekly = weekly;
        this.sending = sending;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    public void dispatch(ChatChannel channel) {
        if (!registered.contains(channel.name())) {
            deliveries.register(channel, clock.instant());
            registered.add(channel.name());
        }
        gathering.gather(channel);
        weekly.compose(channel);
        sending.send(channel);
    }
}
