/**
 * Speed beside its limit and its peers, and what survives when things are killed. Knows the service
 * from outside only: as a process, over HTTP, and by what stands in its database.
 */
@NullMarked
package dev.headway.benchmarks;

import org.jspecify.annotations.NullMarked;
