/**
 * Pages that keep themselves up to date: {@code StreamController} holds a call open and tells what
 * changed as server-sent events, by ids and a position. {@code OpenStreams} bounds how many there
 * are and ends them when Headway stops; {@code StreamWriter} has the format.
 */
@ApplicationModule(allowedDependencies = {"changes", "http", "identity"})
@NullMarked
package dev.headway.projections.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
