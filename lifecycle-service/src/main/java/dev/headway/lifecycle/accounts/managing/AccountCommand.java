package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Set;

/** A command about an account that is there. */
interface AccountCommand extends PersonCommand {

    PersonDecision.Refused NOT_KEPT =
            new PersonDecision.Refused("This is no account that Headway keeps");

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    @Override
    default PersonDecision decide(PersonState person, Instant now) {
        return person.account().exists() ? decideKept(person, now) : NOT_KEPT;
    }

    /** Pure: what comes of it for an account of Headway's own. */
    PersonDecision decideKept(PersonState person, Instant now);
}
