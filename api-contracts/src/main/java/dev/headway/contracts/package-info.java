/**
 * What others may depend on: the events of a partnership's life, the words they are written in, and
 * nothing else. Only {@code java.*} and JSpecify are allowed here, so that a consumer of the events
 * takes on no framework.
 */
@NullMarked
package dev.headway.contracts;

import org.jspecify.annotations.NullMarked;
