/**
 * What are the next three steps: the open steps of each partnership, soonest due first, and every
 * slip; in tables {@code step}, {@code step_slip} and {@code step_partnership}.
 */
@NamedInterface("nextsteps")
@NullMarked
package dev.headway.projections.questions.nextsteps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
