/** Ghost towns and those that are about to become some, and what would bring each back. */
@NullMarked
package dev.headway.projections.console.ghosts;

import org.jspecify.annotations.NullMarked;
