package dev.headway.lifecycle.calendars;

import dev.headway.contracts.PersonEvent.CalendarLinkRevoked;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Set;

/** Makes a link of one's own good no more; asked of one that is there. */
record RevokeCalendarLink(String personId, String linkId) implements PersonCommand {

    @Override
    public Set<Role> permittedTo() {
        return Set.copyOf(Role.OURS);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        return PersonDecision.happened(new CalendarLinkRevoked(personId, linkId, now));
    }
}
