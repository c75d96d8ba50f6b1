/** The next steps: planned, completed, rescheduled, dropped, given to somebody else. */
@NullMarked
package dev.headway.lifecycle.partnership.steps;

import org.jspecify.annotations.NullMarked;
