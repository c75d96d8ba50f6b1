package dev.headway.projections.console.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Where a refresh token is exchanged or ended (RFC 6749, 6; RFC 7009). */
@Component
class TokenEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final ConsoleClient client;
    private final RestClient issuer;
    private final Clock clock;

    TokenEndpoint(ConsoleClient client, Clock clock) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT_TIMEOUT);
        requests.setReadTimeout(READ_TIMEOUT);
        this.client = client;
        this.issuer = RestClient.builder().requestFactory(requests).build();
        this.clock = clock;
    }

    private record Tokens(
            @JsonProperty("access_token") String access,
            @JsonProperty("expires_in") @Nullable Long seconds,
            @JsonProperty("refresh_token") @Nullable String refresh) {}

    /**
     * The next pair; nothing when the issuer gives none for this token any more.
     *
     * @throws RestClientException when the issuer does not answer
     */
    Optional<KeptTokens> exchange(String refresh) {
        var form = form("grant_type", "refresh_token");
        form.add("refresh_token", refresh);
        var now = clock.instant();
        try {
            var got =
                    post(client.registration().getProviderDetails().getTokenUri(), form)
                            .body(Tokens.class);
            return Optional.ofNullable(got)
                    .map(
                            tokens ->
                                    KeptTokens.of(
                                            tokens.access(),
                                            tokens.seconds(),
                                            Optional.ofNullable(tokens.refresh()).orElse(refresh),
                                            now));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode().equals(HttpStatusCode.valueOf(429))) {
                throw refused;
            }
            LOG.debug("A sign-in is over: {}", refused.getStatusCode());
            return Optional.empty();
        }
    }

    /** Whether the issuer did not answer. */
    static boolean isAway(RuntimeException failure) {
        return failure instanceof RestClientException;
    }

    /** Ends the sign-in that the token belongs to, where this process is the issuer. */
    void revoke(String refresh) {
        if (!client.isEmbedded()) {
            return;
        }
        var form = form("token_type_hint", "refresh_token");
        form.add("token", refresh);
        var tokens = client.registration().getProviderDetails().getTokenUri();
        try {
            post(tokens.replaceAll("/token$", "/revoke"), form).toBodilessEntity();
        } catch (RestClientException away) {
            LOG.warn("A sign-in could not be ended at the issuer; it ends by itself", away);
        }
    }

    private MultiValueMap<String, String> form(String name, String value) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", client.registration().getClientId());
        form.add(name, value);
        return form;
    }

    private RestClient.ResponseSpec post(String address, MultiValueMap<String, String> form) {
        var registration = client.registration();
        var request = issuer.post().uri(address).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        if (!registration.getClientSecret().isEmpty()) {
            request.headers(
                    headers ->
                            headers.setBasicAuth(
                                    registration.getClientId(), registration.getClientSecret()));
        }
        return request.body(form).retrieve();
    }
}
