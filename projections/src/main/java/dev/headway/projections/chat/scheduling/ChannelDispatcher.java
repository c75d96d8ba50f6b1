package dev.headway.projections.chat.scheduling;

import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.delivery.ChannelTable;
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

    private final OutboxGatherer gatherer;
    private final WeeklyDigests weekly;
    private final DeliverySender sender;
    private final ChannelTable channels;
    private final Clock clock;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    public ChannelDispatcher(
            OutboxGatherer gatherer,
            WeeklyDigests weekly,
            DeliverySender sender,
            ChannelTable channels,
            Clock clock) {
        this.gatherer = gatherer;
        this.weekly = weekly;
        this.sender = sender;
        this.channels = channels;
        this.clock = clock;
    }

    public void dispatch(ChatChannel channel) {
        if (!registered.contains(channel.name())) {
            channels.register(channel, clock.instant());
            registered.add(channel.name());
        }
        gatherer.gather(channel);
        weekly.compose(channel);
        sender.send(channel);
    }
}
