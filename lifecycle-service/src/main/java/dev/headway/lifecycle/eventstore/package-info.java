/**
 * Where facts are kept. Axon hands the events of a command to {@code PostgresEventStorageEngine};
 * {@code GroupAppender} gathers what concurrent commands bring and writes it in one short statement
 * under one lock, so that commit order is position order; {@code StoredEventLog} gives it to the
 * projections by position. {@code StableNames} decides how a fact is written down. What whoever
 * dispatches a command wants stored with it, and wants to know after it, travels in a {@code
 * Submission}.
 */
@NullMarked
package dev.headway.lifecycle.eventstore;

import org.jspecify.annotations.NullMarked;
