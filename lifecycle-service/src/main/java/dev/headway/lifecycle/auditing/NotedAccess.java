package dev.headway.lifecycle.auditing;

import dev.headway.contracts.AuditEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One look at the audit: a stream of one event, so that none waits for another, or grows. */
@Aggregate(type = "audit")
class NotedAccess {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    NotedAccess() {}

    /** It was noted. */
    record Noted() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Noted decide(NoteAuditAccess command) {
        AggregateLifecycle.apply(command.access());
        return new Noted();
    }

    @EventSourcingHandler
    void evolve(AuditEvent event) {
        stream = AuditEvent.STREAM + event.accessId();
    }
}
