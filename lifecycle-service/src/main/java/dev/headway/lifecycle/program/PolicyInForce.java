package dev.headway.lifecycle.program;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.querying.AsOf;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * The program policy as the event store has it this instant; any node may have changed it, so each
 * question looks whether there is a newer version than the one remembered.
 */
@Component
public class PolicyInForce implements Supplier<Policy> {

    private final EventStore events;
    private final EventLog log;
    private final AtomicReference<Policy> cached = new AtomicReference<>(Policy.OUT_OF_THE_BOX);

    PolicyInForce(EventStore events, EventLog log) {
        this.events = events;
        this.log = log;
    }

    @Override
    public Policy get() {
        var known = cached.get();
        var latest = events.lastSequenceNumberFor(Program.STREAM).map(last -> last + 1).orElse(0L);
        if (latest == known.version()) {
            return known;
        }
        var before = latest > known.version() ? known : Policy.OUT_OF_THE_BOX;
        var newest =
                events.readEvents(Program.STREAM, before.version())
                        .asStream()
                        .map(message -> (ProgramChanged) message.getPayload())
                        .reduce(before, Policy::after, (_, later) -> later);
        cached.set(newest);
        return newest;
    }

    /** As it was: by what had been recorded, or had happened, by then. */
    Policy asOf(AsOf then) {
        return log.ofStream(Program.STREAM, Long.MAX_VALUE).stream()
                .filter(each -> then.has(each.event().effectiveAt(), each.recordedAt()))
                .map(each -> (ProgramChanged) each.event())
                .reduce(Policy.OUT_OF_THE_BOX, Policy::after, (_, later) -> later);
    }
}
