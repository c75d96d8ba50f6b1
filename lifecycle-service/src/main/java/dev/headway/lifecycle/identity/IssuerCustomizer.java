package dev.headway.lifecycle.identity;

import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;

/** Adds to what the embedded issuer does by itself. */
@FunctionalInterface
public interface IssuerCustomizer {

    void customize(OAuth2AuthorizationServerConfigurer server);
}
