package dev.headway.lifecycle.alerts;

import java.time.Instant;

/**
 * The circumstances of an answer.
 *
 * @param actor who answers
 */
record AlertDecisionContext(Instant now, String actor) {}
