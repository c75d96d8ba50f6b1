/**
 * Who is calling, and whether they may. {@link dev.headway.projections.identity.UrlAuthorization}
 * is the one place that says which role may use which URL; commands and questions check again where
 * they are. Callers carry a JWT of an OIDC issuer, or a token that Headway gave to a script; who
 * vouches for whom, and how they stand, whoever runs Headway says ({@code JwtDecoder}, {@link
 * dev.headway.projections.identity.PersonDirectory}, {@link
 * dev.headway.projections.identity.BearerTokens}).
 */
@ApplicationModule(allowedDependencies = "personal")
@NullMarked
package dev.headway.projections.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
