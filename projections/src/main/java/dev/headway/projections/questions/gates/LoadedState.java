package dev.headway.projections.questions.gates;

import dev.headway.partnership.state.PartnershipState;

/**
 * A partnership as it was loaded.
 *
 * @param version how many events it has seen
 */
public record LoadedState(PartnershipState state, long version) {}
