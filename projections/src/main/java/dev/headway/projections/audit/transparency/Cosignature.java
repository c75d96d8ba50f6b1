package dev.headway.projections.audit.transparency;

import java.time.Instant;

/**
 * A witness's line under a checkpoint.
 *
 * @param line without its end
 * @param at when it was given, as the witness says
 */
public record Cosignature(String line, Instant at) {}
