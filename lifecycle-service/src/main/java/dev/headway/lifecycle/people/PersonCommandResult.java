package dev.headway.lifecycle.people;

import dev.headway.lifecycle.commands.Versioned;

/** What comes back for a command about a person. */
public sealed interface PersonCommandResult extends Versioned {

    /** So it is. */
    record Done(PersonState person, long version) implements PersonCommandResult {}

    /** A value that cannot be. */
    record Broken(String pointer, String message, long version) implements PersonCommandResult {}

    /** It cannot be as things stand, and why. */
    record Refused(String why, long version) implements PersonCommandResult {}

    /** Nothing is there under that name. */
    record Missing(String what, long version) implements PersonCommandResult {}
}
