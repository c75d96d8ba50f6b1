package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent.ChatHandle;
import dev.headway.contracts.PersonEvent.ChatHandlesSet;
import dev.headway.contracts.Role;
import dev.headway.contracts.written.Personal;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Says what chat calls a person, all there is; at most once of each kind of channel. */
record SetChatHandles(String personId, @Personal(id = "personId") List<ChatHandle> handles)
        implements PersonCommand {

    SetChatHandles {
        handles = handles.stream().sorted(Comparator.comparing(ChatHandle::channel)).toList();
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.copyOf(Role.OURS);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        if (person.identity() == null) {
            return new PersonDecision.Missing("person");
        }
        return person.handles().equals(handles)
                ? PersonDecision.nothingNew()
                : PersonDecision.happened(new ChatHandlesSet(personId, handles, now));
    }
}
