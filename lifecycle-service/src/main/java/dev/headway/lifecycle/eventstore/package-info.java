/**
 * Where facts are stored. Axon hands the events of a command to {@code PostgresEventStorageEngine};
 * {@code EventSerializer} decides how a fact is written down; {@code GroupAppender} gathers what
 * concurrent commands bring and writes it in one short statement under one lock, so that commit
 * order is position order. What whoever dispatches a command wants stored with it, and wants to
 * know after it, travels in an {@code AppendContext}. Reading by position is {@code
 * projections.log}'s.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.lifecycle.eventstore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
