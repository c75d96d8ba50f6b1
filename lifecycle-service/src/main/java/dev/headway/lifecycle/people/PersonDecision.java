package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent;
import java.util.List;

/** What a command about a person comes to, before anything is stored. */
public sealed interface PersonDecision {

    /** It is so from now on; nothing new where there are no events. */
    record Happened(List<PersonEvent> events) implements PersonDecision {}

    /** A value that cannot be; {@code pointer} names it in the body. */
    record Broken(String pointer, String message) implements PersonDecision {}

    /** It cannot be as things stand, and why. */
    record Refused(String why) implements PersonDecision {}

    /** Nothing is there under that name. */
    record Missing(String what) implements PersonDecision {}

    static PersonDecision happened(PersonEvent... events) {
        return new Happened(List.of(events));
    }

    /** It was so before: repeating is quiet success. */
    static PersonDecision nothingNew() {
        return new Happened(List.of());
    }
}
