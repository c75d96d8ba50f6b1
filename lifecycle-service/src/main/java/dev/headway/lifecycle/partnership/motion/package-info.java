/** What moves the ghost clock: touchpoints, joint wins and measurements. */
@NullMarked
package dev.headway.lifecycle.partnership.motion;

import org.jspecify.annotations.NullMarked;
