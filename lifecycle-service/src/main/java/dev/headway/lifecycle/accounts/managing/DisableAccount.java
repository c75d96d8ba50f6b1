package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.AccountDisabled;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody in no more, whatever they hold; also whoever an identity provider vouches for.
 *
 * @param othersAdminister whether anybody else is left who administers accounts that Headway keeps
 * @param byThemselves whether it is they who ask
 */
record DisableAccount(
        String personId, @Nullable String reason, boolean othersAdminister, boolean byThemselves)
        implements PersonCommand {

    static final PersonDecision LAST =
            new PersonDecision.Refused("Nobody else is left who administers");

    /** Who else has that role, only the identity provider knows. */
    static final PersonDecision THEMSELVES =
            new PersonDecision.Refused("Somebody else has to do this: it locks out whoever asks");

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        if (person.identity() == null) {
            return new PersonDecision.Missing("person");
        }
        if (person.disabled()) {
            return PersonDecision.nothingNew();
        }
        if (person.administers() && !othersAdminister) {
            return LAST;
        }
        return byThemselves && !person.account().exists()
                ? THEMSELVES
                : PersonDecision.happened(new AccountDisabled(personId, reason, now));
    }
}
