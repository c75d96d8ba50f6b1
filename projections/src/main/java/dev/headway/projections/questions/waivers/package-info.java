/**
 * Which exceptions were asked for, and what became of them: table {@code waiver}, a row for each of
 * a partnership's present life.
 */
@NullMarked
package dev.headway.projections.questions.waivers;

import org.jspecify.annotations.NullMarked;
