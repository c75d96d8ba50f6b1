package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent;
import dev.headway.projections.identity.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One person's being forgotten. */
@Aggregate(type = "erasure")
class Erasure {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private ErasureState state = ErasureState.NONE;
    private long version;

    Erasure() {}

    static String stream(String erasureId) {
        return "erasure/" + erasureId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ErasureResult decide(ErasureCommand command, MetaData metaData, Clock clock) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var decision = command.decide(state, Actor.of(metaData), now);
        if (decision instanceof ErasureDecision.Happened happened) {
            happened.events().forEach(AggregateLifecycle::apply);
            return new ErasureResult.Done(state, version);
        }
        return new ErasureResult.NotDone(decision, version);
    }

    @EventSourcingHandler
    void evolve(ErasureEvent event) {
        stream = stream(event.erasureId());
        state = state.evolve(event);
        version++;
    }
}
