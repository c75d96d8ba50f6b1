package dev.headway.projections.reading;

/**
 * A projection's row, locked: how far it has read.
 *
 * @param generation how often its tables have been exchanged for rebuilt ones
 */
record Claim(long position, long generation) {

    Claim at(long position) {
        return new Claim(position, generation);
    }
}
