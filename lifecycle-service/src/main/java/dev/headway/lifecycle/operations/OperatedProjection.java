package dev.headway.lifecycle.operations;

import dev.headway.contracts.ProjectionEvent;
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

/** What operators asked of one projection. */
@Aggregate(type = "projection")
class OperatedProjection {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    OperatedProjection() {}

    /** It was noted. */
    record Noted() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Noted decide(ProjectionCommand command, Clock clock) {
        AggregateLifecycle.apply(command.at(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return new Noted();
    }

    @EventSourcingHandler
    void evolve(ProjectionEvent event) {
        stream = ProjectionEvent.STREAM + event.projection();
    }
}
