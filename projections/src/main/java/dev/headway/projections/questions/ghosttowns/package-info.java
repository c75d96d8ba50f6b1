/**
 * Which partnerships are ghost towns: the clock of each, started by its newest motion by effective
 * time, and the event that started it.
 */
@NullMarked
package dev.headway.projections.questions.ghosttowns;

import org.jspecify.annotations.NullMarked;
