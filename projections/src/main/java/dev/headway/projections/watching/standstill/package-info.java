/**
 * Why a partnership stands still: {@code StandsStill} is the one rule, over what the watch knows of
 * it; {@code WhyDoTheyStandStill} asks it for whoever shows partnerships.
 */
@NamedInterface("standstill")
@NullMarked
package dev.headway.projections.watching.standstill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
