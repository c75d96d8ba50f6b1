package dev.headway.projections.console.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The console as the issuer knows it. Asked for when somebody signs in: by then this process
 * listens, and an issuer elsewhere that is away at the start may be back.
 */
@Component
class ConsoleClient implements ClientRegistrationRepository {

    static final String ID = "console";

    private final OwnAddress address;
    private final ConsoleProperties settings;
    private final String embeddedIssuer;
    private final @Nullable String externalIssuer;
    private volatile @Nullable ClientRegistration known;

    ConsoleClient(
            OwnAddress address,
            ConsoleProperties settings,
            @Value("${headway.identity.issuer}") String embeddedIssuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}")
                    String externalIssuer) {
        this.address = address;
        this.settings = settings;
        this.embeddedIssuer = embeddedIssuer;
        this.externalIssuer = StringUtils.hasText(externalIssuer) ? externalIssuer : null;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration() : null;
    }

    /** Whether people sign in at this very process. */
    boolean isEmbedded() {
        return externalIssuer == null;
    }

    ClientRegistration registration() {
        var before = known;
        if (before != null) {
            return before;
        }
        var issuer = externalIssuer;
        var now = issuer == null ? embedded() : external(issuer);
        known = now;
        return now;
    }

    private ClientRegistration embedded() {
        var self = address.api();
        return ClientRegistration.withRegistrationId(ID)
                .clientId("console")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(callback())
                .scope("openid", "profile", "email", "offline_access")
                .issuerUri(embeddedIssuer)
                .authorizationUri(address.publicOrigin() + "/oauth2/authorize")
                .tokenUri(self + "/oauth2/token")
                .jwkSetUri(self + "/oauth2/jwks")
                .userNameAttributeName("sub")
                .build();
    }

    private ClientRegistration external(String issuer) {
        var secret = settings.clientSecret();
        var proof =
                secret.isBlank()
                        ? ClientAuthenticationMethod.NONE
                        : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(secret)
                .clientAuthenticationMethod(proof)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(callback())
                .scope(settings.scopes().trim().split("\\s+"))
                .userInfoUri(null) // the ID token says who it is
                .userNameAttributeName("sub")
                .build();
    }

    private String callback() {
        return address.publicOrigin() + ConsolePaths.CALLBACK;
    }
}
