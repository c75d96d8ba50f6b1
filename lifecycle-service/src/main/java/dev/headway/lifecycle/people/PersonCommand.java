package dev.headway.lifecycle.people;

import dev.headway.lifecycle.commands.Command;
import dev.headway.projections.people.PersonState;
import java.time.Instant;

/** What can be asked about a person. Each command brings its own rule. */
public interface PersonCommand extends Command {

    String personId();

    @Override
    default String aggregateType() {
        return "person";
    }

    @Override
    default String aggregateId() {
        return Person.stream(personId());
    }

    /** Alike, whatever it is. */
    @Override
    default Class<?> handledAs() {
        return PersonCommand.class;
    }

    /** Pure: what comes of it. */
    PersonDecision decide(PersonState person, Instant now);
}
