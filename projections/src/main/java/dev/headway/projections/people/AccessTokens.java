package dev.headway.projections.people;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.AccessTokenCreated;
import dev.headway.contracts.PersonEvent.AccessTokenRevoked;
import dev.headway.contracts.Role;
import dev.headway.contracts.written.DueDay;
import java.time.Instant;
import java.time.ZoneId;
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

        /** Where it was good to a day, not before that day ends in {@code zone}. */
        public boolean isExpired(Instant now, ZoneId zone) {
            return DueDay.isOver(expiresOn, now, zone);
        }
    }

    public Optional<AccessToken> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<AccessToken> all() {
        return byId.values();
    }

    /** How many of them have not expired. */
    public long good(Instant now, ZoneId zone) {
        return all().stream().filter(each -> !each.isExpired(now, zone)).count();
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
