package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent;
import java.util.List;

/** What comes of a command. */
sealed interface ErasureDecision {

    record Happened(List<ErasureEvent> events) implements ErasureDecision {}

    /** Not by this person. */
    record Forbidden(String why) implements ErasureDecision {}

    /** Not as it stands. */
    record Illegal(String why) implements ErasureDecision {}

    record Missing() implements ErasureDecision {}

    static ErasureDecision happened(ErasureEvent event) {
        return new Happened(List.of(event));
    }

    static ErasureDecision nothingNew() {
        return new Happened(List.of());
    }
}
