/**
 * From registration to a decision to try. What is known of a prospect: the pattern it executes, the
 * leverage it claims, the disqualifiers it was screened for, whether the time is right for both
 * sides, and parking when it is not.
 */
@NamedInterface("prospect")
@NullMarked
package dev.headway.lifecycle.partnership.prospect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
