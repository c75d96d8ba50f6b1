/**
 * Who is calling, and whether they may. {@link dev.headway.lifecycle.identity.UrlAuthorization} is
 * the one place that says which role may use which URL; commands and questions check again where
 * they are. Callers carry a JWT of an OIDC issuer: one's own by configuration, or the embedded one
 * of the default run ({@link dev.headway.lifecycle.identity.EmbeddedIssuerConfiguration}), with one
 * client for each role.
 */
@ApplicationModule(allowedDependencies = {"commands", "home"})
@NullMarked
package dev.headway.lifecycle.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
