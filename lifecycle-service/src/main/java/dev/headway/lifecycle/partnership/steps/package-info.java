/** The next steps: planned, completed, rescheduled, dropped, given to somebody else. */
@NamedInterface("steps")
@NullMarked
package dev.headway.lifecycle.partnership.steps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
