/**
 * How events come out of the store. {@code EventReads} asks table {@code event} by position, {@code
 * EventDecoder} turns a row into the fact it is, in today's revision, and {@code StoredEventLog}
 * gives it to the projections, which share what {@code RecentEvents} keeps. Readers at the head
 * wait at the {@code HeadSignal}: the appender tells it of this node's events, {@code
 * NotificationListener} of those of other nodes. Nothing here appends, or needs the lifecycle
 * service.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.projections.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
