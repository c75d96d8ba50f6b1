package dev.headway.projections.chat;

import dev.headway.projections.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gathers and sends for as long as the application runs, each channel on a thread of its own. */
@Component
class Telling implements SmartLifecycle {

    private static final Duration REST = Duration.ofMillis(100);

    private static final Duration BETWEEN_TIDYING = Duration.ofMinutes(1);

    private final Channels channels;
    private final Gathering gathering;
    private final WeeklyDigests weekly;
    private final Sending sending;
    private final Tidying tidying;
    private final Deliveries deliveries;
    private final Clock clock;
    private final boolean autoStart;
    private final List<Ticker> tickers = new ArrayList<>();
    private boolean running;

    Telling(
            Channels channels,
            Gathering gathering,
            WeeklyDigests weekly,
            Sending sending,
            Tidying tidying,
            Deliveries deliveries,
            Clock clock,
            @Value("${headway.chat.auto-start:true}") boolean autoStart) {
        this.channels = channels;
        this.gathering = gathering;
        this.weekly = weekly;
        this.sending = sending;
        this.tidying = tidying;
        this.deliveries = deliveries;
        this.clock = clock;
        this.autoStart = autoStart;
    }

    /** One look at a channel: whether a burst is over, and whether a message is to be sent. */
    void tick(Channel channel) {
        gathering.gather(channel);
        weekly.compose(channel);
        sending.send(channel);
    }

    @Override
    public synchronized void start() {
        for (var channel : channels.all()) {
            deliveries.register(channel, clock.instant());
            tickers.add(Ticker.started("chat-" + channel.name(), REST, () -> tick(channel)));
        }
        tickers.add(Ticker.started("chat-tidying", BETWEEN_TIDYING, tidying::tidy));
        running = true;
    }

    @Override
    public synchronized void stop() {
        tickers.forEach(Ticker::stop);
        tickers.clear();
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }
}
