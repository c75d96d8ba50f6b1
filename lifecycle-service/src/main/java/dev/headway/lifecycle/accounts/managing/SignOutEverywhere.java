package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.SignedOutEverywhere;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;

/** Ends whatever was issued to somebody until now. */
record SignOutEverywhere(String personId) implements OwnCommand {

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        return PersonDecision.happened(new SignedOutEverywhere(personId, now));
    }
}
