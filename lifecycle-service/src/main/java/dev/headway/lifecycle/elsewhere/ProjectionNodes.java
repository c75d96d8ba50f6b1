package dev.headway.lifecycle.elsewhere;

import dev.headway.projections.http.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/** Projection nodes behind one address, asked with the token of whoever calls. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", havingValue = false)
public class ProjectionNodes {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionNodes.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /**
     * A question that waits for what was written waits ten seconds, and answers in the rest. Pages
     * wait longer for the call that this is a part of, and so hear what came of it; what waits for
     * nothing, as the keys of an issuer, is given less.
     */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(15);

    private static final String POSITION = "Headway-Position";

    /** Bound where other threads work for a request. */
    private static final ScopedValue<WhoeverCalls> CALLS = ScopedValue.newInstance();

    private final RestClient http;
    private final String url;

    ProjectionNodes(@Value("${headway.projections.url}") String url) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT_TIMEOUT);
        requests.setReadTimeout(READ_TIMEOUT);
        this.url = url.replaceAll("/+$", "");
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Work that other threads do for the request of this one: they ask as whoever calls here. */
    public static <T, R> Function<T, R> carried(Function<T, R> work) {
        var caller = WhoeverCalls.here();
        return each -> ScopedValue.where(CALLS, caller).call(() -> work.apply(each));
    }

    /**
     * What is there; empty where there is no such thing.
     *
     * @param path below {@code /api/v1}, as {@code /alerts/7}
     * @throws Problem 503 when nobody there can say
     */
    public <T> Optional<T> find(String path, Class<T> type) {
        return find(path, new LinkedMultiValueMap<>(), 0, type);
    }

    /**
     * The same of a question with parameters.
     *
     * @param position up to which everything that is stored is to be heeded; 0 for what is known
     */
    public <T> Optional<T> find(
            String path, MultiValueMap<String, String> parameters, long position, Class<T> type) {
        var names = new HashMap<String, String>();
        var uri = UriComponentsBuilder.fromUriString(url).path("/api/v1").path(path);
        parameters.forEach(
                (name, values) -> values.forEach(value -> uri.queryParam(name, in(names, value))));
        try {
            return Optional.ofNullable(
                    http.get()
                            .uri(uri.encode().buildAndExpand(names).toUri())
                            .headers(headers -> asWhoeverCalls(headers, position))
                            .retrieve()
                            .body(type));
        } catch (HttpClientErrorException.NotFound none) {
            return Optional.empty();
        } catch (RestClientException away) {
            LOG.warn("Projection nodes do not tell: {}", away.getMessage());
            throw Problem.unavailable("Where questions are answered nobody answers; try again");
        }
    }

    /** Whatever a value has in it, it is no part of the address. */
    private static String in(Map<String, String> names, String value) {
        var name = "v" + names.size();
        names.put(name, value);
        return "{" + name + "}";
    }

    private static void asWhoeverCalls(HttpHeaders headers, long position) {
        if (position > 0) {
            headers.set(POSITION, Long.toString(position));
        }
        (CALLS.isBound() ? CALLS.get() : WhoeverCalls.here()).headers().forEach(headers::set);
    }
}
