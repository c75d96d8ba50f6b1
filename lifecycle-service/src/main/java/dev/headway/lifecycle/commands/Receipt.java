package dev.headway.lifecycle.commands;

/**
 * What came of a command.
 *
 * @param position the position of the last event it stored, 0 when there was nothing to store; of
 *     an idempotent request the log's position after it
 */
public record Receipt<A>(A answer, long position) {}
