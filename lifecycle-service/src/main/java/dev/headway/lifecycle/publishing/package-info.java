/**
 * What happened goes to a topic of Kafka, where there is one: {@code PublishEventsToKafka} holds
 * the lease, or waits for it; a {@code Publication} writes batch after batch, each after the
 * brokers have acknowledged the one before, and moves the position in {@code PublishingTables} only
 * as long as the lease is its own. On any failure it is closed, and another goes on from the
 * position. Kafka is distribution, not truth: a topic that is made anew is filled from the store.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.lifecycle.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
