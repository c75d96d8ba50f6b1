package dev.headway.lifecycle.program;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * The program policy as the event store has it this instant; any node may have changed it, so each
 * question looks whether there is a newer version than the one remembered.
 */
@Component
public class PolicyInForce implements Supplier<Policy> {

    private final EventStore events;
    private final AtomicReference<Policy> cached = new AtomicReference<>(Policy.OUT_OF_THE_BOX);

    PolicyInForce(EventStore events) {
        this.events = events;
    }

    @Override
    public Policy get() {
        var known = cached.get();
        var latest = events.lastSequenceNumberFor(Program.STREAM).map(last -> last + 1).orElse(0L);
        if (latest == known.version()) {
            return known;
        }
        var newest =
                events.readEvents(Program.STREAM, latest - 1)
                        .asStream()
                        .<DomainEventMessage<?>>map(message -> message)
                        .reduce((_, last) -> last)
                        .map(PolicyInForce::policy)
                        .orElse(known);
        cached.set(newest);
        return newest;
    }

    private static Policy policy(DomainEventMessage<?> message) {
        return Policy.of(message.getSequenceNumber() + 1, (ProgramChanged) message.getPayload());
    }
}
