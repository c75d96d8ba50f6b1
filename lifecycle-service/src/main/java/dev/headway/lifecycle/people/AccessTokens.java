package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.AccessTokenCreated;
import dev.headway.contracts.PersonEvent.AccessTokenRevoked;
import dev.headway.contracts.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/**
 * The tokens that somebody made for scripts, by id, in the order they were made; revoked ones are
 * gone.
 */
public record AccessTokens(PMap<String, AccessToken> byId) {

    static final AccessTokens NONE = new AccessTokens(OrderedPMap.empty());

    /** A token for scripts, without its secret. */
    public record AccessToken(
            String id, String name, List<Role> roles, Instant createdAt, Instant expiresOn) {

        static AccessToken of(AccessTokenCreated event) {
            return new AccessToken(
                    event.tokenId(),
                    event.name(),
                    event.roles().stream().map(Role::valueOf).toList(),
                    event.effectiveAt(),
                    event.expiresOn());
        }

        public boolean isExpired(Instant now) {
            return !now.isBefore(expiresOn);
        }
    }

    public Optional<AccessToken> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<AccessToken> all() {
        return byId.values();
    }

    AccessTokens evolve(PersonEvent event) {
        if (event instanceof AccessTokenCreated created) {
            return new AccessTokens(byId.plus(created.tokenId(), AccessToken.of(created)));
        }
        return event instanceof AccessTokenRevoked revoked
                ? new AccessTokens(byId.minus(revoked.tokenId()))
                : this;
    }
}
