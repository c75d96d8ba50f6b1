package dev.headway.projections.identity;

import dev.headway.contracts.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens that Headway gave to scripts of people, beside those that an issuer signed. */
public interface BearerTokens {

    /** Whether it is one of these by its look; an issuer's never is. */
    boolean isOurs(String token);

    /**
     * Whose it is and what it allows; empty when it is not good.
     *
     * @throws RuntimeException when the store cannot be asked
     */
    Optional<Bearer> find(String token);

    /**
     * The person whose script calls.
     *
     * @param tokenId which of their tokens it is
     * @param roles the token's own; what the person lost since then does not count
     */
    record Bearer(String personId, String tokenId, List<Role> roles, Instant createdAt) {}
}
