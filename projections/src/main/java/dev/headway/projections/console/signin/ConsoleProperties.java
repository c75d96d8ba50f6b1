package dev.headway.projections.console.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the console finds what it needs.
 *
 * @param api the base address of the REST API as this process reaches it; empty for itself
 * @param clientId as which the console is known to an issuer of one's own
 * @param clientSecret what proves it there; empty for a public client
 * @param scopes what it asks such an issuer for
 */
@ConfigurationProperties("headway.console")
public record ConsoleProperties(
        @DefaultValue("") String api,
        @DefaultValue("headway-console") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("openid profile email offline_access") String scopes) {

    /** Shows no secret, wherever it is printed. */
    @Override
    public String toString() {
        return "console of " + clientId;
    }
}
