package dev.headway.lifecycle.accounts.managing;

import static java.util.Objects.requireNonNull;

import dev.headway.contracts.PersonEvent.RolesAssigned;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Says what somebody may do from now on.
 *
 * @param othersAdminister whether anybody else is left who administers
 */
record AssignRoles(String personId, List<Role> roles, boolean othersAdminister)
        implements AccountCommand {

    static final PersonDecision.Broken NO_OTHER =
            new PersonDecision.Broken(
                    "/roles", "holds PARTNER beside others; whoever has it has no other role");

    private static final PersonDecision.Refused OF_PARTNER =
            new PersonDecision.Refused(
                    "Whoever is of a partner stays so, and nobody becomes it; invite them anew");

    @Override
    public PersonDecision decideKept(PersonState person, Instant now) {
        var assigned = names(roles);
        if (assigned.equals(requireNonNull(person.identity()).roles())) {
            return PersonDecision.nothingNew();
        }
        if (roles.contains(Role.PARTNER) || person.partnerId() != null) {
            return roles.contains(Role.PARTNER) && !isOfPartner(roles) ? NO_OTHER : OF_PARTNER;
        }
        return person.administers() && !roles.contains(Role.ADMIN) && !othersAdminister
                ? DisableAccount.LAST
                : PersonDecision.happened(new RolesAssigned(personId, assigned, now));
    }

    /** Whether these are the roles of somebody of a partner's: that one, and no other. */
    static boolean isOfPartner(Collection<Role> roles) {
        return Set.copyOf(roles).equals(Set.of(Role.PARTNER));
    }

    /** In order, each once. */
    static List<String> names(Collection<Role> roles) {
        return roles.stream().distinct().sorted().map(Role::name).toList();
    }
}
