/**
 * What the program asks for: after how long each rule is due, in table {@code program_threshold}.
 * The other questions ask it when they answer, so that a changed policy counts at once.
 */
@NullMarked
package dev.headway.projections.questions.program;

import org.jspecify.annotations.NullMarked;
