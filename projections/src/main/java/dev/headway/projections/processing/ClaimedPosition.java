package dev.headway.projections.processing;

/**
 * A projection's row, locked: how far it has read.
 *
 * @param generation how often its tables have been exchanged for rebuilt ones, or written by others
 *     than whoever reads on
 * @param deadLetters how many streams are parked in it
 */
record ClaimedPosition(long position, long generation, int deadLetters) {

    ClaimedPosition at(long position) {
        return new ClaimedPosition(position, generation, deadLetters);
    }
}
