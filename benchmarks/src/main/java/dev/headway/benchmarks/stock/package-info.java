/**
 * Axon's own JDBC event store, put together as its documentation says, for the same events on the
 * same server: what anybody gets who does without an engine of their own.
 */
@NullMarked
package dev.headway.benchmarks.stock;

import org.jspecify.annotations.NullMarked;
