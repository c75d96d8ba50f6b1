/**
 * What both sides work for, shared before revenue is: an objective with its key results, their
 * values, and the word of each side for it as it stands.
 */
@NullMarked
package dev.headway.lifecycle.partnership.objectives;

import org.jspecify.annotations.NullMarked;
