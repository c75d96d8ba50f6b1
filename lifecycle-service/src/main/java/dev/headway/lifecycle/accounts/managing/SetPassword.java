package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.PasswordSet;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;

/** Records that somebody chose a password; which one, no event knows. */
record SetPassword(String personId) implements OwnCommand {

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        return person.disabled()
                ? new PersonDecision.Refused("The account is disabled")
                : PersonDecision.happened(new PasswordSet(personId, now));
    }
}
