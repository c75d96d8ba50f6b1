/**
 * A Kafka broker on this machine, from Kafka's own artifacts and in a process of its own: {@code
 * ./headway run --kafka} starts one, and so do tests. Nothing of Kafka's broker is on the class
 * path of whoever starts it; {@code target/broker.classpath} names what it needs.
 */
@NullMarked
package dev.headway.broker;

import org.jspecify.annotations.NullMarked;
