/**
 * Which kind of node answers a call, where commands and questions are taken by nodes of their own.
 * The contract says it of each operation ({@code x-headway-node}), for a gateway and for the node
 * itself, which refuses what is not for it.
 */
@ApplicationModule(allowedDependencies = "http")
@NullMarked
package dev.headway.projections.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
