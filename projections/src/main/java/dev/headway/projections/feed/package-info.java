/**
 * What happened, for readers who are not Headway: the events themselves, by position and in its
 * order, as {@code WhatHappenedAfter} answers them over HTTP and as webhooks are sent them. {@code
 * EventFeed} reads what was chosen, a bounded page at a time; {@code OpenedEvents} opens the names
 * in it as answers do; who waits at the head does so at {@code WaitingReaders}, which are few and
 * end when Headway stops.
 */
@ApplicationModule(allowedDependencies = {"audit", "cloudevents", "log", "personal", "querying"})
@NullMarked
package dev.headway.projections.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
