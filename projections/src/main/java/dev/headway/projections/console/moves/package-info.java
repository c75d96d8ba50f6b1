/**
 * Moving from stage to stage: the gate is asked first, and what keeps it shut is mended on the
 * spot.
 */
@NullMarked
package dev.headway.projections.console.moves;

import org.jspecify.annotations.NullMarked;
