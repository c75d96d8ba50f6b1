/**
 * Figures that follow from histories, worked out a second time from the stored rows by code that
 * shares nothing with what answers.
 */
@NullMarked
package dev.headway.lifecycle.figures;

import org.jspecify.annotations.NullMarked;
