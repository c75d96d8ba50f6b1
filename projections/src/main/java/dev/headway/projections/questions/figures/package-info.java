/**
 * How the portfolio is doing: funnel, time in stage, survival of launch cohorts, claims settled,
 * exceptions per pattern.
 */
@NullMarked
package dev.headway.projections.questions.figures;

import org.jspecify.annotations.NullMarked;
