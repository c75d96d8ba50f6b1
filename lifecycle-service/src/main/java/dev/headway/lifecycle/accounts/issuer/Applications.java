package dev.headway.lifecycle.accounts.issuer;

import dev.headway.lifecycle.accounts.managing.SignInLinks;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Where people sign in at: the console of this Headway, and tools on their own machine. Neither can
 * keep a secret; where the code goes to, and PKCE, is what proves them.
 */
@Component
class Applications {

    static final String CONSOLE = "console";
    static final String NATIVE = "headway-cli";
    static final Set<String> SCOPES = Set.of("openid", "profile", "email", "offline_access");

    private static final Duration ACCESS_TOKEN_LIFE = Duration.ofMinutes(15);
    private static final Duration REFRESH_TOKEN_LIFE = Duration.ofDays(14);
    private static final String CONSOLE_PATH = "/login/oauth2/code/console";
    private static final String LOOPBACK = "http://(127\\.0\\.0\\.1|\\[::1]):\\d{1,5}/callback";

    private final SignInLinks addresses;

    Applications(SignInLinks addresses) {
        this.addresses = addresses;
    }

    /**
     * Whether a code for this application may go there: the console's one address, and for tools
     * any port of this machine (RFC 8252).
     */
    boolean mayReceive(String client, String redirectUri) {
        return switch (client) {
            case CONSOLE -> redirectUri.equals(addresses.origin() + CONSOLE_PATH);
            case NATIVE -> redirectUri.matches(LOOPBACK) && isUri(redirectUri);
            default -> false;
        };
    }

    /** Whether people type their password each time: any program of their machine could ask. */
    static boolean asksEachTime(String client) {
        return client.equals(NATIVE);
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text).getPort() <= 65_535;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** As the issuer knows it. The address that it needs is never asked: {@link #mayReceive} is. */
    static RegisteredClient registered(String client) {
        return RegisteredClient.withId(client)
                .clientId(client)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri("http://127.0.0.1/callback")
                .scopes(scopes -> scopes.addAll(SCOPES))
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .tokenSettings(
                        TokenSettings.builder()
                                .accessTokenTimeToLive(ACCESS_TOKEN_LIFE)
                                .refreshTokenTimeToLive(REFRESH_TOKEN_LIFE)
                                .reuseRefreshTokens(false)
                                .build())
                .build();
    }
}
