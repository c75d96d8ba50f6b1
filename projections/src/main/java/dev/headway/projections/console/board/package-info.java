/** The portfolio at a glance: a lane for each stage. */
@NullMarked
package dev.headway.projections.console.board;

import org.jspecify.annotations.NullMarked;
