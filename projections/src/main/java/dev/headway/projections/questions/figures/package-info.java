/**
 * How the portfolio is doing: funnel, time in stage, survival of launch cohorts, claims settled,
 * exceptions per pattern. Tables {@code stage_entry}, {@code motion} and {@code life_figures} keep
 * what the statements count; a life's figures evolve as pure records.
 */
@NullMarked
package dev.headway.projections.questions.figures;

import org.jspecify.annotations.NullMarked;
