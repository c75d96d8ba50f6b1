/**
 * Moves between stages as callers ask for them, by the name of the stage. {@link
 * dev.headway.lifecycle.partnership.moves.MovePartnership} picks the command that a move is, seen
 * from the present stage; each of them but {@code StepBack} stands in the room of its part of life.
 */
@NamedInterface("moves")
@NullMarked
package dev.headway.lifecycle.partnership.moves;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
