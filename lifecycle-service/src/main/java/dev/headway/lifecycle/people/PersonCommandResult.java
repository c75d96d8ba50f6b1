package dev.headway.lifecycle.people;

import dev.headway.lifecycle.commands.Versioned;
import dev.headway.projections.http.Problem;
import dev.headway.projections.people.PersonState;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What comes back for a command about a person. */
public sealed interface PersonCommandResult extends Versioned {

    /** So it is. */
    record Done(PersonState person, long version) implements PersonCommandResult {}

    /** Nothing was stored. */
    sealed interface NotDone extends PersonCommandResult {

        /** As the caller is told. */
        Problem problem();
    }

    /** A value that cannot be. */
    record Broken(String pointer, String message, long version) implements NotDone {

        @Override
        public Problem problem() {
            return Problem.invalid(List.of(new Problem.FieldError(pointer, message)));
        }
    }

    /** It cannot be as things stand, and why. */
    record Refused(String why, long version) implements NotDone {

        @Override
        public Problem problem() {
            return Problem.of(HttpStatus.CONFLICT, "illegal", why);
        }
    }

    /** Nothing is there under that name. */
    record Missing(String what, long version) implements NotDone {

        @Override
        public Problem problem() {
            return Problem.notFound(what);
        }
    }
}
