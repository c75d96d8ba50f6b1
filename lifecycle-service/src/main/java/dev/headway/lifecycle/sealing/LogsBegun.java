package dev.headway.lifecycle.sealing;

import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.SealingEvent.LogBegunAnew;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The logs that were begun, one in the place of the other: one stream for the whole service. */
@Aggregate(type = SealingEvent.STREAM)
class LogsBegun {

    @AggregateIdentifier private String stream = SealingEvent.STREAM;
    private @Nullable LogBegunAnew last;

    LogsBegun() {}

    /** The log in the place of the one of that checkpoint; asked for twice, it is the same. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    LogBegunAnew decide(BeginLogAnew command, Clock clock) {
        var next = command.next();
        var known = last;
        if (known != null && known.previousCheckpoint().equals(next.previousCheckpoint())) {
            return known;
        }
        var begun =
                new LogBegunAnew(
                        next.origin(),
                        next.previousOrigin(),
                        next.previousSize(),
                        next.previousCheckpoint(),
                        next.statement(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        AggregateLifecycle.apply(begun);
        return begun;
    }

    @EventSourcingHandler
    void evolve(SealingEvent event) {
        last =
                switch (event) {
                    case LogBegunAnew begun -> begun;
                };
    }

    String stream() {
        return stream;
    }
}
