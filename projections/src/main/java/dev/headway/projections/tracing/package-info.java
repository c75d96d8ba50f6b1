/**
 * Traces of what Headway does, from a request to what follows from it: {@code Traces} is what the
 * others know. Without an endpoint they are off; then nothing of OpenTelemetry is loaded, and a
 * part of a trace costs a call that does nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.projections.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
