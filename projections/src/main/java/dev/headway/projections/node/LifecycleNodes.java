package dev.headway.projections.node;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The nodes that store events, as this one asks them: with the token, or the secret link, of
 * whoever called here.
 */
final class LifecycleNodes {

    private final RestClient http;
    private final LifecycleNodeProperties where;

    LifecycleNodes(RestClient http, LifecycleNodeProperties where) {
        this.http = http;
        this.where = where;
    }

    /**
     * Whoever a token is of, as they are told themselves.
     *
     * @param roles what the token allows now
     * @param through {@code token/<id>} where a script calls with a token that they made
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Caller(String id, List<String> roles, @Nullable String through) {}

    /**
     * Who calls with this token; empty when it is not good.
     *
     * @throws RestClientException when none of them can say
     */
    Optional<Caller> whoIs(String token) {
        try {
            return Optional.ofNullable(
                    http.get()
                            .uri(where.at("/api/v1/me"))
                            .headers(headers -> headers.setBearerAuth(token))
                            .retrieve()
                            .body(Caller.class));
        } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden no) {
            return Optional.empty();
        }
    }

    /**
     * What a calendar's link shows, and since when.
     *
     * @param since null where nothing was read
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CalendarLink(String personId, boolean everything, @Nullable Instant since) {}

    private record Reading(String link, @Nullable String etag) {}

    /**
     * What a link shows; empty when it is not good.
     *
     * @param link with its secret, so in no path
     * @param etag of what it is answered, to be noted; null for nothing
     * @throws RestClientException when none of them can say
     */
    Optional<CalendarLink> calendarLink(String link, @Nullable String etag) {
        try {
            return Optional.ofNullable(
                    http.post()
                            .uri(where.at("/calendar-links/readings"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(new Reading(link, etag))
                            .retrieve()
                            .body(CalendarLink.class));
        } catch (HttpClientErrorException.NotFound none) {
            return Optional.empty();
        }
    }
}
