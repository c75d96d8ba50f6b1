/** Who holds which of the five seats, on which side. */
@NullMarked
package dev.headway.lifecycle.partnership.seats;

import org.jspecify.annotations.NullMarked;
