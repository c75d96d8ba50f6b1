/**
 * How the portfolio is doing: funnel, time in stage, survival of launch cohorts, claims settled,
 * exceptions per pattern. Tables {@code stage_entry}, {@code motion} and {@code life_figures} keep
 * what happened; a life's figures evolve as pure records. Each node keeps what every partnership
 * adds, brought up to date by whose figures changed ({@code figure_change}), and counts in memory.
 */
@NamedInterface("figures")
@NullMarked
package dev.headway.projections.questions.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
