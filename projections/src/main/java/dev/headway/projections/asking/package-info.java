/**
 * How questions are asked, whatever they are about: parameters with every mistake told at once,
 * pages with cursors that cannot be forged, reading one's own writes, and who may ask.
 */
@NullMarked
package dev.headway.projections.asking;

import org.jspecify.annotations.NullMarked;
