package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent;

/** What an answer comes to, before anything is stored. */
sealed interface Decision {

    /** It is so from now on. */
    record Answered(AlertEvent event) implements Decision {}

    /** It was so before: repeating is quiet success. */
    record NothingNew() implements Decision {}

    /** A value that cannot be; {@code pointer} names it in the body. */
    record Broken(String pointer, String message) implements Decision {}
}
