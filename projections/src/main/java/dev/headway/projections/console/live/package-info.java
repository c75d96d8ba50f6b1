/** Tells pages what changed while they are open. */
@NullMarked
package dev.headway.projections.console.live;

import org.jspecify.annotations.NullMarked;
