/**
 * When rules held, by all that is known by now: alerts tell what was seen at the time, and what is
 * corrected or recorded later changes none that is over.
 */
@NamedInterface("hindsight")
@NullMarked
package dev.headway.projections.watching.hindsight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
