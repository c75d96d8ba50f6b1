/**
 * The OIDC issuer of the default run ({@link
 * dev.headway.lifecycle.identity.EmbeddedIssuerConfiguration}), with one client for each role;
 * accounts add what people sign in at. With an issuer of one's own, nothing of it is there.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.lifecycle.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
