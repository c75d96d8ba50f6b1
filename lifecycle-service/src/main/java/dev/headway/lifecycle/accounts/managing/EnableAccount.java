package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.AccountEnabled;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Set;

/**
 * Lets somebody in again, with the password they had or by their identity provider; what they held
 * before stays dead.
 */
record EnableAccount(String personId) implements PersonCommand {

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        if (person.identity() == null) {
            return new PersonDecision.Missing("person");
        }
        return person.disabled()
                ? PersonDecision.happened(new AccountEnabled(personId, now))
                : PersonDecision.nothingNew();
    }
}
