package dev.headway.projections.processing;

/**
 * A projection's row, locked: how far it has read.
 *
 * @param generation how often its tables have been exchanged for rebuilt ones
 */
record ClaimedPosition(long position, long generation) {

    ClaimedPosition at(long position) {
        return new ClaimedPosition(position, generation);
    }
}
