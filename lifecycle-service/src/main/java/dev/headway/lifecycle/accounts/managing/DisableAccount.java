package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.AccountDisabled;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.lifecycle.people.PersonState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody in no more, whatever they hold.
 *
 * @param othersAdminister whether anybody else is left who administers
 */
record DisableAccount(String personId, @Nullable String reason, boolean othersAdminister)
        implements AccountCommand {

    static final PersonDecision LAST =
            new PersonDecision.Refused("Nobody else is left who administers");

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        if (person.disabled()) {
            return PersonDecision.nothingNew();
        }
        return person.administers() && !othersAdminister
                ? LAST
                : PersonDecision.happened(new AccountDisabled(personId, reason, now));
    }
}
