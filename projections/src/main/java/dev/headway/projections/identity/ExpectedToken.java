package dev.headway.projections.identity;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** What a token must say beside being signed and not over: whose it is, and for whom. */
public final class ExpectedToken {

    private ExpectedToken() {}

    /**
     * @param issuer as tokens have it
     * @param audiences one of these is enough
     */
    public static OAuth2TokenValidator<Jwt> of(String issuer, List<String> audiences) {
        return JwtValidators.createDefaultWithValidators(
                new JwtClaimValidator<String>(JwtClaimNames.ISS, issuer::equals),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> meet(audience, audiences)));
    }

    private static boolean meet(@Nullable List<String> audience, List<String> ours) {
        return audience != null && !Collections.disjoint(audience, ours);
    }
}
