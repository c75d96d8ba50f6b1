/**
 * The events on a topic of Kafka: which partition each belongs to ({@code PartitionLayout}), as
 * what it is written ({@code TopicFormat}: CloudEvents in binary mode, the stored bytes untouched),
 * and how brokers are spoken to. Every record claims what lies between it and the one before it in
 * its partition, as a function of the store alone; whoever reads applies what follows and nothing
 * else.
 */
@ApplicationModule(allowedDependencies = {"cloudevents", "log"})
@NullMarked
package dev.headway.projections.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
