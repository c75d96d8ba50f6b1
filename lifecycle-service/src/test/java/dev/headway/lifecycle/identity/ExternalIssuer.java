package dev.headway.lifecycle.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.util.Date;
import java.util.Map;

/** An identity provider elsewhere, on a port of its own, whose tokens say what a test likes. */
public final class ExternalIssuer implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final RSAKey key;

    private ExternalIssuer(RSAKey key) {
        this.key = key;
        server.start();
        server.stubFor(
                get("/.well-known/openid-configuration")
                        .willReturn(
                                okJson(
                                        """
                                        {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}
                                        """
                                                .formatted(uri()))));
        server.stubFor(get("/keys").willReturn(okJson(new JWKSet(key).toString())));
    }

    public static ExternalIssuer start() {
        try {
            return new ExternalIssuer(new RSAKeyGenerator(2048).keyID("theirs").generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As its tokens name it. */
    public String uri() {
        return server.baseUrl();
    }

    /** A token of this moment. */
    public String token(String subject, Map<String, Object> claims) {
        return new TokenMint(key, uri())
                .token(
                        token -> {
                            token.subject(subject)
                                    .issueTime(Date.from(Clock.systemUTC().instant()));
                            claims.forEach(token::claim);
                            return token;
                        });
    }

    @Override
    public void close() {
        server.stop();
    }
}
