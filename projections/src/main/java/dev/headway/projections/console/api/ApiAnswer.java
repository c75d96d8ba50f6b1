package dev.headway.projections.console.api;

/**
 * What the API said to a call that it took.
 *
 * @param version of what it is about, as its {@code ETag} has it; empty without one
 */
public record ApiAnswer(int status, ApiObject body, String version) {}
