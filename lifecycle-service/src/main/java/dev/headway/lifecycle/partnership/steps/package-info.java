/** The next steps: planned, completed, rescheduled, dropped. */
@NullMarked
package dev.headway.lifecycle.partnership.steps;

import org.jspecify.annotations.NullMarked;
