package dev.headway.projections.watching.sweep;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.watching.alerts.AlertLifecycle;
import dev.headway.projections.watching.alerts.AlertLifecycle.Evaluated;
import dev.headway.projections.watching.tracking.DueWatches;
import dev.headway.projections.watching.tracking.RunningImports;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the watches whose time has come. It evaluates an instant only once everything that was
 * stored by then has been worked in: a touchpoint that was acknowledged never yields a false alert,
 * a replay never an alert on the way.
 */
@Component
public class Sweep {

    private final Clock clock;
    private final EventLog log;
    private final DueWatches watches;
    private final AlertLifecycle alerts;
    private final Positions positions;
    private final RunningImports imports;
    private final TransactionTemplate transaction;
    private final Timer timer;
    private @Nullable Horizon pending;
    private long published;

    /** An instant, and the position by which everything stored until then can be seen. */
    private record Horizon(Instant now, long head) {}

    /** Readers have this long to work in a batch before the sweep goes on. */
    private static final Duration READERS_TURN = Duration.ofMillis(250);

    public Sweep(
            Clock clock,
            EventLog log,
            DueWatches watches,
            AlertLifecycle alerts,
            Positions positions,
            RunningImports imports,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.clock = clock;
        this.log = log;
        this.watches = watches;
        this.alerts = alerts;
        this.positions = positions;
        this.imports = imports;
        this.transaction = new TransactionTemplate(transactions);
        this.timer =
                Timer.builder("headway.sweep")
                        .description("Looking at the watches whose time has come")
                        .register(meters);
    }

    /** One look; cheap when nothing is due. Whoever calls it does so a few times a second. */
    public synchronized void run() {
        timer.record(this::sweep);
    }

    private void sweep() {
        var read = positions.reachedBy(List.of(WatchedPartnerships.NAME));
        publish(Math.min(read, sweepUpTo(read)));
    }

    /** What anybody did by then shows in the alerts. */
    private void publish(long evaluated) {
        if (evaluated > published) {
            positions.advance(AlertLifecycle.POSITION, evaluated);
            published = evaluated;
        }
    }

    /**
     * Looks at all that is due, and says up to which position; 0 when that is not possible yet.
     *
     * @param read how far the watches had been read a moment ago
     */
    private long sweepUpTo(long read) {
        var horizon = pending == null ? horizon() : pending;
        pending = null;
        if (!watches.isAnythingDue(horizon.now())) {
            return horizon.head();
        }
        if (read < horizon.head()) {
            pending = horizon; // to wait for the position would hold up whoever moves it
            return 0;
        }
        while (true) {
            var current = horizon;
            var evaluated = transaction.execute(_ -> round(current));
            if (evaluated == null) {
                pending = horizon;
                return 0;
            }
            if (!evaluated.more()) {
                return horizon.head();
            }
            if (evaluated.isUpToDate()) {
                publish(horizon.head());
            }
            horizon = afterReaders(horizon);
        }
    }

    /** The instant comes first: what is stored between the two is seen and does no harm. */
    private Horizon horizon() {
        var now = clock.instant();
        return new Horizon(now, log.head());
    }

    /**
     * Lets those who read work in what is new, so that an answer need not wait for all alerts that
     * are raised, and goes on from there if they could.
     */
    private Horizon afterReaders(Horizon before) {
        var names = List.of(WatchedPartnerships.NAME);
        var next = horizon();
        var read = positions.reachedBy(names);
        if (read < next.head()) {
            try {
                var unused = positions.await(names, read + 1, READERS_TURN);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return positions.reachedBy(names) < next.head() ? before : next;
    }

    /**
     * The position stays locked until the round is over, so that what is evaluated stands still.
     *
     * @return null when not all has been read that was stored by the horizon
     */
    private @Nullable Evaluated round(Horizon horizon) {
        var position = watches.positionHeld();
        return position < horizon.head()
                ? null
                : alerts.evaluate(horizon.now(), position, imports.isQuietAt(horizon.now()));
    }
}
