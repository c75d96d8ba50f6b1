package dev.headway.lifecycle.alerts;

import dev.headway.projections.identity.Actor;
import java.time.Instant;

/**
 * The circumstances of an answer.
 *
 * @param actor who answers
 */
record AlertDecisionContext(Instant now, Actor actor) {}
