package dev.headway.projections.questions.gates;

/**
 * Whoever takes snapshots of partnerships with very many events loads them by those. Where nobody
 * does, none is so long that its events are not read.
 */
public interface LivesBySnapshot {

    /** A partnership as the store has it this instant. */
    LoadedState load(String partnershipId);
}
