/**
 * Headway as many processes, and what may happen to them: {@code ChaosRun} does the checks of the
 * design one after the other to a {@code ChaosWorld} under load, and after each {@code Invariants}
 * has to hold: nothing missing, nothing twice, nothing out of order, every projection as it is when
 * it is rebuilt from the store, every alert told once.
 */
@NullMarked
package dev.headway.benchmarks.chaos;

import org.jspecify.annotations.NullMarked;
