package dev.headway.lifecycle.people;

import dev.headway.lifecycle.commands.Versioned;

/** What comes back for a command about a person. */
sealed interface PersonCommandResult extends Versioned {

    /** So it is. */
    record Done(PersonState person, long version) implements PersonCommandResult {}
}
