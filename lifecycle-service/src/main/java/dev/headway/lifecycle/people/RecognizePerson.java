package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent.PersonRecognized;
import dev.headway.contracts.Role;
import dev.headway.projections.identity.PersonClaims;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Keeps what a token says of its bearer, where that is new. A token that was issued before the last
 * one that said something else is out of date, and says nothing. Of Headway's own accounts tokens
 * say nothing new: they are made of what is known. Nor do those of somebody who gets in no more,
 * and may have been forgotten.
 */
record RecognizePerson(PersonClaims claims) implements PersonCommand {

    @Override
    public String personId() {
        return claims.personId();
    }

    /** Headway's own doing; no request asks for it. */
    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        var said =
                new PersonState.Identity(
                        claims.issuer(),
                        claims.subject(),
                        claims.name(),
                        claims.username(),
                        claims.email(),
                        claims.roles().stream().map(Role::name).toList());
        var at = claims.issuedAt().truncatedTo(ChronoUnit.MICROS);
        return person.account().exists()
                        || person.disabled()
                        || said.equals(person.identity())
                        || at.isBefore(person.claimedAt())
                ? PersonDecision.nothingNew()
                : PersonDecision.happened(
                        new PersonRecognized(
                                claims.personId(),
                                said.issuer(),
                                said.subject(),
                                said.name(),
                                said.username(),
                                said.email(),
                                said.roles(),
                                at));
    }
}
