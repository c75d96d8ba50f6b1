/**
 * The one way that commands take. {@code CommandDispatcher} checks the caller's roles, sends the
 * {@code Command} to its aggregate by Axon's bus, decides again when a race was lost, and counts
 * what came of it; {@code IdempotentRequests} gives a repeated request its first response again.
 * Neither knows where a request comes from or what commands are about: a {@code RequestContext}
 * says who asks, and a {@code DispatchException} says why no aggregate could answer.
 */
@ApplicationModule(allowedDependencies = {"eventstore"})
@NullMarked
package dev.headway.lifecycle.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
