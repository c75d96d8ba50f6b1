package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent;

/** What comes back for a response to an alert. */
sealed interface AlertCommandResult {

    /**
     * So it is.
     *
     * @param lastResponse the response that holds now
     * @param version how many responses there have been
     */
    record Done(AlertEvent lastResponse, long version) implements AlertCommandResult {}

    /** Resolved or dismissed: there is nothing left to answer. */
    record Over(String why, long version) implements AlertCommandResult {}

    /** The caller has seen an older version. */
    record Stale(long version) implements AlertCommandResult {}

    /** A value that cannot be. */
    record Broken(String pointer, String message, long version) implements AlertCommandResult {}

    /** There is no such alert. */
    record Missing() implements AlertCommandResult {}
}
