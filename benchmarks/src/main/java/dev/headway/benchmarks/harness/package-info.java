/**
 * What benchmarks run on: PostgreSQL, Headway nodes as processes, clients that make load, and what
 * the machine is.
 */
@NullMarked
package dev.headway.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
