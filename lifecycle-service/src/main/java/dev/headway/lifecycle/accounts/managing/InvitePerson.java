package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.BoundToPartner;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens an account for somebody, who chooses a password with a link.
 *
 * @param partnerId the company that they are of; null of our own
 */
record InvitePerson(
        AccountKey key,
        @Personal(id = "personId") String name,
        @Personal(id = "personId") String email,
        List<Role> roles,
        Instant linkExpiresAt,
        @Nullable String partnerId)
        implements PersonCommand {

    /** Of our own. */
    InvitePerson(
            AccountKey key, String name, String email, List<Role> roles, Instant linkExpiresAt) {
        this(key, name, email, roles, linkExpiresAt, null);
    }

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
        if (person.account().exists()) {
            return TAKEN;
        }
        var objection = objection(roles, partnerId);
        return objection.isPresent()
                ? objection.get()
                : new PersonDecision.Happened(
                        Stream.<PersonEvent>concat(Stream.of(invited(now)), bound(now)).toList());
    }

    /** What is wrong with roles for somebody of that company, or of our own. */
    static Optional<PersonDecision.Broken> objection(List<Role> roles, @Nullable String partnerId) {
        if (roles.contains(Role.PARTNER) && !AssignRoles.isOfPartner(roles)) {
            return Optional.of(AssignRoles.NO_OTHER);
        }
        return roles.contains(Role.PARTNER) == (partnerId != null)
                ? Optional.empty()
                : Optional.of(
                        new PersonDecision.Broken(
                                "/partnerId",
                                "is said of whoever has the role PARTNER, and of nobody else"));
    }

    private PersonInvited invited(Instant now) {
        return new PersonInvited(
                key.personId(),
                PersonId.HEADWAY,
                key.subject(),
                name,
                email,
                AssignRoles.names(roles),
                linkExpiresAt,
                now);
    }

    private Stream<BoundToPartner> bound(Instant now) {
        return Stream.ofNullable(partnerId)
                .map(partner -> new BoundToPartner(key.personId(), partner, now));
    }
}
