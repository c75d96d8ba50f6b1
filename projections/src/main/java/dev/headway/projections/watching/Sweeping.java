package dev.headway.projections.watching;

import dev.headway.projections.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sweeps a few times a second for as long as the application runs. */
@Component
class Sweeping implements SmartLifecycle {

    private static final Duration REST = Duration.ofMillis(200);

    private final Sweep sweep;
    private final boolean autoStart;
    private @Nullable Ticker ticker;

    Sweeping(Sweep sweep, @Value("${headway.watching.auto-start:true}") boolean autoStart) {
        this.sweep = sweep;
        this.autoStart = autoStart;
    }

    @Override
    public synchronized void start() {
        ticker = Ticker.started("sweep", REST, sweep::tick);
    }

    @Override
    public synchronized void stop() {
        if (ticker != null) {
            ticker.stop();
            ticker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return ticker != null;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }
}
