package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.AccountEnabled;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.lifecycle.people.PersonState;
import java.time.Instant;

/** Lets somebody in again, with the password they had; what they held before stays dead. */
record EnableAccount(String personId) implements AccountCommand {

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        return person.disabled()
                ? PersonDecision.happened(new AccountEnabled(personId, now))
                : PersonDecision.nothingNew();
    }
}
