package dev.headway.projections.console.api;

import dev.headway.projections.console.signin.SignedOutException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls {@code /api/v1} for one reader. What a reader wrote, they read: the position of their last
 * write goes along with every question. Paths are those below {@code /api/v1}.
 */
public final class HeadwayApi {

    private static final String POSITION = "Headway-Position";
    private static final String WRITTEN = "headway.written";

    private final RestClient http;
    private final String base;
    private final String token;
    private final HttpSession session;
    private volatile @Nullable String written;

    HeadwayApi(RestClient http, String base, String token, HttpSession session) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.session = session;
        this.written = (String) session.getAttribute(WRITTEN);
    }

    /**
     * @throws ApiProblem when the API answers with one
     */
    public ApiAnswer get(String path, Object... values) {
        return call(HttpMethod.GET, uri(path).encode().buildAndExpand(values).toUri(), null, null);
    }

    /** A question with parameters; those without a value are left out. */
    public ApiAnswer ask(String path, Map<String, List<String>> parameters) {
        var uri = uri(path);
        parameters.forEach((name, values) -> uri.queryParam(name, values));
        return call(HttpMethod.GET, uri.encode().build().toUri(), null, null);
    }

    /**
     * @param body null for none
     * @param version what the change was decided on, as an answer had it; null for whatever it is
     */
    public ApiAnswer send(
            HttpMethod method,
            @Nullable Object body,
            @Nullable String version,
            String path,
            Object... values) {
        return call(method, uri(path).encode().buildAndExpand(values).toUri(), body, version);
    }

    /** Sends a file as it is. */
    public ApiAnswer upload(String path, MediaType type, byte[] file) {
        var request =
                http.post()
                        .uri(uri(path).encode().build().toUri())
                        .headers(headers -> fill(headers, null))
                        .contentType(type)
                        .body(file);
        try {
            return request.exchange((_, answer) -> read(HttpMethod.POST, answer));
        } catch (ResourceAccessException away) {
            throw new ApiAwayException(away);
        }
    }

    /** The position of the reader's last write, or of nothing. */
    public @Nullable String written() {
        return written;
    }

    private UriComponentsBuilder uri(String path) {
        return UriComponentsBuilder.fromUriString(base + "/api/v1" + path);
    }

    private ApiAnswer call(
            HttpMethod method, URI uri, @Nullable Object body, @Nullable String version) {
        var request = http.method(method).uri(uri).headers(headers -> fill(headers, version));
        if (written instanceof String position && method.equals(HttpMethod.GET)) {
            request.header(POSITION, position);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        try {
            return request.exchange((_, answer) -> read(method, answer));
        } catch (ResourceAccessException away) {
            throw new ApiAwayException(away);
        }
    }

    private void fill(HttpHeaders headers, @Nullable String version) {
        headers.setBearerAuth(token);
        if (version != null && !version.isBlank()) {
            headers.setIfMatch(version);
        }
    }

    private ApiAnswer read(HttpMethod method, ClientHttpResponse answer) throws IOException {
        var status = answer.getStatusCode().value();
        var headers = answer.getHeaders();
        if (status == 401) {
            throw new SignedOutException();
        }
        var position = headers.getFirst(POSITION);
        if (!method.equals(HttpMethod.GET) && position != null) {
            written = position;
            session.setAttribute(WRITTEN, position);
        }
        var body = body(answer);
        var version = text(headers, HttpHeaders.ETAG);
        if (status >= 400) {
            throw new ApiProblem(status, body, version, text(headers, HttpHeaders.RETRY_AFTER));
        }
        return new ApiAnswer(status, body, version);
    }

    /** Empty where the answer is none of the API's, as of a gateway in between. */
    private static ApiObject body(ClientHttpResponse answer) throws IOException {
        var bytes = answer.getBody().readAllBytes();
        try {
            return bytes.length == 0
                    ? ApiObject.NOTHING
                    : new ApiObject(JsonMapper.shared().readTree(bytes));
        } catch (JacksonException _) {
            return ApiObject.NOTHING;
        }
    }

    private static String text(HttpHeaders headers, String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value;
    }
}
