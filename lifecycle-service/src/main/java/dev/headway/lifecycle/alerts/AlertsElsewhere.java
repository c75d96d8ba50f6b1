package dev.headway.lifecycle.alerts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.headway.projections.http.Problem;
import dev.headway.projections.watching.alerts.AlertLookup;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Alerts where projection nodes notice them: asked there as whoever answers one, with their own
 * token. An alert has the same id on every node that notices it.
 */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", havingValue = false)
class AlertsElsewhere implements AlertLookup {

    private static final Logger LOG = LoggerFactory.getLogger(AlertsElsewhere.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final String FOR_SOMEBODY = "Headway-On-Behalf-Of";

    private final RestClient http;

    /**
     * @param url where projection nodes are, behind one address
     */
    AlertsElsewhere(@Value("${headway.projections.url}") String url) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT_TIMEOUT);
        requests.setReadTimeout(READ_TIMEOUT);
        this.http =
                RestClient.builder()
                        .baseUrl(url.replaceAll("/+$", ""))
                        .requestFactory(requests)
                        .build();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(UUID id, String partnershipId, String rule, String status, long version) {}

    /**
     * @throws Problem 503 when nobody there can say
     */
    @Override
    public Optional<Noticed> find(UUID alert) {
        try {
            return Optional.ofNullable(
                            http.get()
                                    .uri("/api/v1/alerts/{id}", alert)
                                    .headers(AlertsElsewhere::asWhoeverCalls)
                                    .retrieve()
                                    .body(Told.class))
                    .map(
                            told ->
                                    new Noticed(
                                            told.id(),
                                            told.partnershipId(),
                                            told.rule(),
                                            told.status(),
                                            told.version()));
        } catch (HttpClientErrorException.NotFound none) {
            return Optional.empty();
        } catch (RestClientException away) {
            LOG.warn("Projection nodes do not tell of an alert: {}", away.getMessage());
            throw Problem.unavailable("Where alerts are noticed nobody answers; try again");
        }
    }

    private static void asWhoeverCalls(HttpHeaders headers) {
        if (RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            for (var name : new String[] {HttpHeaders.AUTHORIZATION, FOR_SOMEBODY}) {
                var value = request.getHeader(name);
                if (value != null) {
                    headers.set(name, value);
                }
            }
        }
    }
}
