/**
 * What the Launch gate asks for (seams, rhythm, consent of the receiving teams, exit terms), the
 * launch itself, and that the world was told of it. Start reading at {@link
 * dev.headway.lifecycle.partnership.launch.LaunchPartnership}.
 */
@NullMarked
package dev.headway.lifecycle.partnership.launch;

import org.jspecify.annotations.NullMarked;
