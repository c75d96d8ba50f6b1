/** Looks after the projections: how far each has read, and building one anew while it answers. */
@NullMarked
package dev.headway.projections.operations;

import org.jspecify.annotations.NullMarked;
