package dev.headway.projections.chat;

import java.util.Collection;
import java.util.Map;

/** What chat asks about people, at the moment in which it composes a message. */
public interface PersonSource {

    /** What each of these people is called by each kind of chat; those without are left out. */
    Map<String, Map<String, String>> handlesOf(Collection<String> people);
}
