package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent;

/** What an answer comes to, before anything is stored. */
sealed interface AlertDecision {

    /** It is so from now on. */
    record Responded(AlertEvent event) implements AlertDecision {}

    /** It was so before: repeating is quiet success. */
    record NothingNew() implements AlertDecision {}

    /** A value that cannot be; {@code pointer} names it in the body. */
    record Broken(String pointer, String message) implements AlertDecision {}
}
