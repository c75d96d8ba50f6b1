/** One partnership: where it stands, what is next, and its story. */
@NullMarked
package dev.headway.projections.console.partnership;

import org.jspecify.annotations.NullMarked;
