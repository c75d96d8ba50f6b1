package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent.BoundToPartner;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Set;

/**
 * Says which company somebody is of who has the role for it: from an identity provider, which does
 * not know, or of another one by mistake.
 */
record BindToPartner(String personId, String partnerId) implements PersonCommand {

    private static final PersonDecision OF_OUR_OWN =
            new PersonDecision.Refused("Only whoever has the role PARTNER is bound to a partner");

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        if (person.identity() == null) {
            return new PersonDecision.Missing("person");
        }
        if (!AssignRoles.isOfPartner(person.roles())) {
            return OF_OUR_OWN;
        }
        return partnerId.equals(person.partnerId())
                ? PersonDecision.nothingNew()
                : PersonDecision.happened(new BoundToPartner(personId, partnerId, now));
    }
}
