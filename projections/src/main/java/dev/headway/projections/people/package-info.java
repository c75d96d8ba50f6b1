/**
 * Who somebody is, as their events add up: {@code KnownPeople} reads a person's stream, {@code
 * PersonState} is what is known by its end. For commands that name people, and for whoever asks
 * whether somebody gets in.
 */
@ApplicationModule(allowedDependencies = {"identity", "log"})
@NullMarked
package dev.headway.projections.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
