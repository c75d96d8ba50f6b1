package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.SignInsRefused;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;

/** Records that somebody guesses passwords of an account, and waits longer from now on. */
record RefuseSignIns(String personId, int attempts, Instant waitUntil) implements AccountCommand {

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        return PersonDecision.happened(new SignInsRefused(personId, attempts, waitUntil, now));
    }
}
