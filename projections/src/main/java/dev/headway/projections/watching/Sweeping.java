package dev.headway.projections.watching;

import dev.headway.projections.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sweeps a few times a second for as long as the application runs. */
@Component
class Sweeping implements SmartLifecycle {

    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration COUNTED_EVERY = Duration.ofSeconds(15);

    private final Sweep sweep;
    private final AlertGauges gauges;
    private final boolean autoStart;
    private final List<Ticker> tickers = new ArrayList<>();

    Sweeping(
            Sweep sweep,
            AlertGauges gauges,
            @Value("${headway.watching.auto-start:true}") boolean autoStart) {
        this.sweep = sweep;
        this.gauges = gauges;
        this.autoStart = autoStart;
    }

    @Override
    public synchronized void start() {
        tickers.add(Ticker.started("sweep", REST, sweep::tick));
        tickers.add(Ticker.started("alert-gauges", COUNTED_EVERY, gauges::refresh));
    }

    @Override
    public synchronized void stop() {
        tickers.forEach(Ticker::stop);
        tickers.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !tickers.isEmpty();
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }
}
