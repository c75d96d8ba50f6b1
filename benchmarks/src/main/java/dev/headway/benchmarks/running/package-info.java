/**
 * What a measurement needs around it: the service as people start it, a client that costs next to
 * nothing, and a machine that is idle when it should be.
 */
@NullMarked
package dev.headway.benchmarks.running;

import org.jspecify.annotations.NullMarked;
