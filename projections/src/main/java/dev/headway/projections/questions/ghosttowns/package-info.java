/**
 * Which partnerships are ghost towns: the clock of each, started by its newest motion by effective
 * time, and the event that started it, in table {@code ghost_clock}. What others show of it in
 * statements of their own is in {@code GhostClockJoin}.
 */
@NullMarked
package dev.headway.projections.questions.ghosttowns;

import org.jspecify.annotations.NullMarked;
