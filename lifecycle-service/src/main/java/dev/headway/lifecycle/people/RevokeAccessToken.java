package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent.AccessTokenRevoked;
import dev.headway.contracts.Role;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.Set;

/** Makes a token of one's own good no more. */
public record RevokeAccessToken(String personId, String tokenId) implements PersonCommand {

    @Override
    public Set<Role> permittedTo() {
        return Set.copyOf(Role.OURS);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        return person.tokens().find(tokenId).isPresent()
                ? PersonDecision.happened(new AccessTokenRevoked(personId, tokenId, now))
                : new PersonDecision.Missing("token");
    }
}
