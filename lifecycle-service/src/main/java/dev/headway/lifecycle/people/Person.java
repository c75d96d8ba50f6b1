package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.people.PersonState;
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

/** One person, as far as Headway knows them. */
@Aggregate(type = "person")
class Person {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private PersonState state = PersonState.UNKNOWN;
    private long version;

    Person() {}

    static String stream(String personId) {
        return KnownPeople.stream(personId);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PersonCommandResult decide(PersonCommand command, Clock clock) {
        return switch (command.decide(state, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            case PersonDecision.Happened happened -> {
                happened.events().forEach(AggregateLifecycle::apply);
                yield new PersonCommandResult.Done(state, version);
            }
            case PersonDecision.Broken broken ->
                    new PersonCommandResult.Broken(broken.pointer(), broken.message(), version);
            case PersonDecision.Refused refused ->
                    new PersonCommandResult.Refused(refused.why(), version);
            case PersonDecision.Missing missing ->
                    new PersonCommandResult.Missing(missing.what(), version);
        };
    }

    @EventSourcingHandler
    void evolve(PersonEvent event) {
        stream = stream(event.personId());
        state = state.evolve(event);
        version++;
    }
}
