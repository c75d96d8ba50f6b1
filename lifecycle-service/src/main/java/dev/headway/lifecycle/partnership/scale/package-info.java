/** What the Scale gate asks for (incentives, a funded seam), and the move to SCALED. */
@NullMarked
package dev.headway.lifecycle.partnership.scale;

import org.jspecify.annotations.NullMarked;
