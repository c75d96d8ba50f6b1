package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.MailAddressCorrected;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;

/**
 * Says that an invitation was meant for another mail address, and gives a new link; once they have
 * chosen a password, the address is what they sign in with and stays.
 */
record CorrectMailAddress(
        String personId, @Personal(id = "personId") String email, Instant linkExpiresAt)
        implements AccountCommand {

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        if (person.disabled()) {
            return new PersonDecision.Refused("The account is disabled; enable it first");
        }
        return person.account().hasPassword()
                ? new PersonDecision.Refused(
                        "They have chosen a password, and sign in with the address they have")
                : PersonDecision.happened(
                        new MailAddressCorrected(personId, email, linkExpiresAt, now));
    }
}
