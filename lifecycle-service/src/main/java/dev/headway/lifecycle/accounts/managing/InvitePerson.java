package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.PersonInvited;
import dev.headway.contracts.Role;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.accounts.secrets.AccountTable.AccountKey;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.identity.PersonId;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Opens an account for somebody, who chooses a password with a link. */
record InvitePerson(
        AccountKey key,
        @Personal(id = "personId") String name,
        @Personal(id = "personId") String email,
        List<Role> roles,
        Instant linkExpiresAt)
        implements PersonCommand {

    static final PersonDecision.Refused TAKEN =
            new PersonDecision.Refused("There is an account with this mail address");

    @Override
    public String personId() {
        return key.personId();
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        return person.account().exists()
                ? TAKEN
                : PersonDecision.happened(
                        new PersonInvited(
                                key.personId(),
                                PersonId.HEADWAY,
                                key.subject(),
                                name,
                                email,
                                AssignRoles.names(roles),
                                linkExpiresAt,
                                now));
    }
}
