package dev.headway.projections.identity;

import dev.headway.contracts.Role;
import dev.headway.contracts.written.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of a person.
 *
 * @param personId the person in the directory ({@link PersonId})
 * @param issuer who vouches for them; {@link PersonId#HEADWAY} for the embedded issuer
 * @param roles in order
 * @param issuedAt when the token was issued
 */
public record PersonClaims(
        String personId,
        String issuer,
        String subject,
        @Personal(id = "personId") String name,
        @Personal(id = "personId") @Nullable String username,
        @Personal(id = "personId") @Nullable String email,
        List<Role> roles,
        Instant issuedAt) {}
