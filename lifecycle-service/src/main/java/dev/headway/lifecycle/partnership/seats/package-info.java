/** Who holds which of the five seats, on which side. */
@NamedInterface("seats")
@NullMarked
package dev.headway.lifecycle.partnership.seats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
