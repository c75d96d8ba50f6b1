package dev.headway.lifecycle.calendars;

import dev.headway.contracts.PersonEvent.CalendarLinkCreated;
import dev.headway.contracts.Role;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Set;

/**
 * Makes a link of one's own, by which a calendar reads on without a sign-in.
 *
 * @param everything whether it shows what everybody owns
 */
record CreateCalendarLink(
        String personId, String linkId, @Personal(id = "personId") String name, boolean everything)
        implements PersonCommand {

    @Override
    public Set<Role> permittedTo() {
        return Set.copyOf(Role.OURS);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        return PersonDecision.happened(
                new CalendarLinkCreated(personId, linkId, name, everything, now));
    }
}
