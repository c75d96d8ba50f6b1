/** The policy of the program, and what another one would change. */
@NullMarked
package dev.headway.projections.console.program;

import org.jspecify.annotations.NullMarked;
