/**
 * Who there is. A person is known from the moment that somebody calls with a token of theirs:
 * {@link dev.headway.lifecycle.people.RecognizePeople} is told of each that is verified, and asks
 * {@link dev.headway.lifecycle.people.Person}, the aggregate of their stream, to keep what is new
 * about them. Each command brings its own rule; {@link dev.headway.projections.people.KnownPeople}
 * says who somebody is this instant, for commands that name people.
 */
@ApplicationModule(allowedDependencies = {"commands", "http", "identity"})
@NullMarked
package dev.headway.lifecycle.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
