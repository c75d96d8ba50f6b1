package dev.headway.lifecycle.accounts.managing;

import static java.util.Objects.requireNonNull;

import dev.headway.contracts.PersonEvent.RolesAssigned;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Says what somebody may do from now on.
 *
 * @param othersAdminister whether anybody else is left who administers
 */
record AssignRoles(String personId, List<Role> roles, boolean othersAdminister)
        implements AccountCommand {

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        var assigned = names(roles);
        if (assigned.equals(requireNonNull(person.identity()).roles())) {
            return PersonDecision.nothingNew();
        }
        return person.administers() && !roles.contains(Role.ADMIN) && !othersAdminister
                ? DisableAccount.LAST
                : PersonDecision.happened(new RolesAssigned(personId, assigned, now));
    }

    /** In order, each once. */
    static List<String> names(Collection<Role> roles) {
        return roles.stream().distinct().sorted().map(Role::name).toList();
    }
}
