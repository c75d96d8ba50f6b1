/**
 * What the Launch gate asks for (seams, rhythm, consent of the receiving teams, exit terms), and
 * the launch itself. Start reading at {@link
 * dev.headway.lifecycle.partnership.launch.LaunchPartnership}.
 */
@NullMarked
package dev.headway.lifecycle.partnership.launch;

import org.jspecify.annotations.NullMarked;
