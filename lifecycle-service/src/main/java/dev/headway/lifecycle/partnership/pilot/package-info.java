/**
 * A narrow, winnable use case: its scope, the start of the pilot through the Pilot gate, and the
 * verdict.
 */
@NullMarked
package dev.headway.lifecycle.partnership.pilot;

import org.jspecify.annotations.NullMarked;
