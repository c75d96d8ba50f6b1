package dev.headway.projections.chat;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** One look at a channel: whether a burst is over, and whether a message is to be sent. */
@Component
class ChannelDispatcher {

    private final Gathering gathering;
    private final WeeklyDigests weekly;
    private final Sending sending;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    ChannelDispatcher(
            Gathering gathering,
            WeeklyDigests weekly,
            Sending sending,
            Deliveries deliveries,
            Clock clock) {
        this.gathering = gathering;
        this.weekly = weekly;
        this.sending = sending;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    void dispatch(Channel channel) {
        if (!registered.contains(channel.name())) {
            deliveries.register(channel, clock.instant());
            registered.add(channel.name());
        }
        gathering.gather(channel);
        weekly.compose(channel);
        sending.send(channel);
    }
}
