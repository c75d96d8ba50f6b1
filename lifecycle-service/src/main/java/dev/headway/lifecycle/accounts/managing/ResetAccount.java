package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.AccountReset;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;

/** Gives somebody a new link; the password and whatever else they had is good no more. */
record ResetAccount(String personId, Instant linkExpiresAt) implements AccountCommand {

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        return person.disabled()
                ? new PersonDecision.Refused("The account is disabled; enable it first")
                : PersonDecision.happened(new AccountReset(personId, linkExpiresAt, now));
    }
}
