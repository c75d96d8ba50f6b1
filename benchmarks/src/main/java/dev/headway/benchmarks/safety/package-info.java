/**
 * What is left when writers collide, nodes stand still and processes are killed: a {@link Ledger}
 * on the caller's side says what was acknowledged, the log is asked whether it has all of it, once
 * and in order, and every projection is held against one that was rebuilt from nothing.
 */
@NullMarked
package dev.headway.benchmarks.safety;

import org.jspecify.annotations.NullMarked;
