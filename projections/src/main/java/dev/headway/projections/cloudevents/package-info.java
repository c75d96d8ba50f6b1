/**
 * Stored events as CloudEvents 1.0, the same whichever way they leave: {@code EventEnvelope} says
 * which attribute is what of a stored row, and {@code CloudEventBatch} writes several as JSON for
 * those who read over HTTP. The topic of Kafka has them in binary mode, and says more of each.
 */
@ApplicationModule(allowedDependencies = "log")
@NullMarked
package dev.headway.projections.cloudevents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
