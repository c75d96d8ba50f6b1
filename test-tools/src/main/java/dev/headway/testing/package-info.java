/**
 * What the tests of every module and the benchmarks stand on: a clock that is driven, a PostgreSQL
 * that is thrown away and one that is killed, the service in a process of its own, and somebody who
 * calls it. Knows the service from outside only; what needs its classes is beside its tests.
 */
@NullMarked
package dev.headway.testing;

import org.jspecify.annotations.NullMarked;
