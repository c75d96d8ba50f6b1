/** Answers: events in, questions answered, alerts out. */
@NullMarked
package dev.headway.projections;

import org.jspecify.annotations.NullMarked;
