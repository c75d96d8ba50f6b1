/**
 * A seeded walk over events, time, policies, answers and rebuilds, after each step of which the
 * alerts must say what the rules say of the plain history.
 */
@NullMarked
package dev.headway.projections.watching.walk;

import org.jspecify.annotations.NullMarked;
