/** Who changed what, and how things stood. */
@NullMarked
package dev.headway.projections.console.governance;

import org.jspecify.annotations.NullMarked;
