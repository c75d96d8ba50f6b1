/**
 * What a projection could not work in. An event that a projection fails at, again and again and by
 * its own fault, is {@code Poison}: its stream is parked there as a {@code DeadLetter}, and all
 * other streams go on. A letter is a pointer into the log, where its events stand and from where
 * they are replayed. {@code ParkedNow} tells readers whose answers are behind.
 */
@ApplicationModule(allowedDependencies = {"log"})
@NullMarked
package dev.headway.projections.deadletters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
