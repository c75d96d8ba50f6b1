package dev.headway.projections.console.api;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Calls {@code /api/v1} for one reader. What a reader wrote, they read: the position of their last
 * write goes along with every question. Paths are those below {@code /api/v1}.
 */
public final class HeadwayApi {

    private static final Logger LOG = LoggerFactory.getLogger(HeadwayApi.class);
    private static final String ROOT = "/api/v1";
    private static final String POSITION = "Headway-Position";
    private static final String BEHIND = "Headway-Behind";
    private static final String KEY = "Idempotency-Key";
    private static final MediaType CSV = new MediaType("text", "csv");
    private static final String WRITTEN = "headway.written";

    private final RestClient http;
    private final RestClient lasting;
    private final String base;
    private final String token;
    private final HttpSession session;
    private final Set<String> behind = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String written;

    /**
     * @param lasting for answers that take as long as they are
     */
    HeadwayApi(
            RestClient http, RestClient lasting, String base, String token, HttpSession session) {
        this.http = http;
        this.lasting = lasting;
        this.base = base;
        this.token = token;
        this.session = session;
        this.written = (String) session.getAttribute(WRITTEN);
    }

    /**
     * @throws ApiProblem when the API answers with one
     */
    public ApiAnswer get(String path, Object... values) {
        return call(HttpMethod.GET, filled(path, values), null, _ -> {});
    }

    /** A question with parameters; those without a value are left out. */
    public ApiAnswer ask(String path, Map<String, List<String>> parameters) {
        var uri = uri(path);
        parameters.forEach((name, values) -> uri.queryParam(name, values));
        return call(HttpMethod.GET, uri.encode().build().toUri(), null, _ -> {});
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
        return call(
                method,
                filled(path, values),
                body,
                headers -> {
                    if (version != null && !version.isBlank()) {
                        headers.setIfMatch(version);
                    }
                });
    }

    /** Posts it under a key: the same again is answered as at first, and done once. */
    public ApiAnswer sendOnce(String key, Object body, String path) {
        return call(HttpMethod.POST, filled(path), body, headers -> headers.set(KEY, key));
    }

    /**
     * Sends a file as it is, and is not told what becomes of it but where to ask.
     *
     * @param key under which the same file is taken once; null where it is looked at anew
     */
    public ApiAnswer upload(String path, MediaType type, byte[] file, @Nullable String key) {
        return call(
                HttpMethod.POST,
                filled(path),
                file,
                headers -> {
                    headers.setContentType(type);
                    headers.set("Prefer", "respond-async");
                    if (key != null) {
                        headers.set(KEY, key);
                    }
                });
    }

    /** What is no JSON, as it is. */
    public byte[] download(String path, Object... values) {
        return bytes(request(HttpMethod.GET, filled(path, values), _ -> {}));
    }

    /** An answer as CSV, as it is. */
    public byte[] table(String path, Map<String, List<String>> parameters) {
        var uri = uri(path);
        parameters.forEach((name, values) -> uri.queryParam(name, values));
        return bytes(
                request(
                        HttpMethod.GET,
                        uri.encode().build().toUri(),
                        headers -> headers.setAccept(List.of(CSV))));
    }

    /** Where a long answer goes, once there is one. */
    @FunctionalInterface
    public interface Receiver {
        OutputStream begin() throws IOException;
    }

    /**
     * Hands a long answer on while it is read.
     *
     * @throws ApiProblem when the API answers with one, and nothing was begun
     */
    public void handOn(
            String path,
            Map<String, List<String>> parameters,
            MediaType accepted,
            Receiver receiver) {
        var uri = uri(path);
        parameters.forEach((name, values) -> uri.queryParam(name, values));
        exchange(
                request(
                        lasting,
                        HttpMethod.GET,
                        uri.encode().build().toUri(),
                        headers -> headers.setAccept(List.of(accepted))),
                answer -> {
                    if (answer.getStatusCode().isError()) {
                        ReceivedAnswer.throwIfRefused(answer, answer.getBody().readAllBytes());
                    }
                    return handOn(answer.getBody(), receiver, path);
                });
    }

    /** Whoever reads has gone, and that is not the API's doing. */
    private static long handOn(InputStream answer, Receiver receiver, String path)
            throws IOException {
        try {
            return answer.transferTo(receiver.begin());
        } catch (ClientAbortException gone) {
            LOG.debug("Nobody waits for the rest of {}", path, gone);
            return 0;
        }
    }

    private byte[] bytes(RestClient.RequestBodySpec request) {
        return exchange(
                request,
                answer -> {
                    var bytes = answer.getBody().readAllBytes();
                    ReceivedAnswer.throwIfRefused(answer, bytes);
                    return bytes;
                });
    }

    /**
     * Whether an answer so far lacked what could not be worked in.
     *
     * @param about how the paths of those begin that matter; empty for all
     */
    public boolean isBehind(String about) {
        return behind.stream().anyMatch(path -> path.startsWith(about));
    }

    /** The position of the reader's last write, or of nothing. */
    public @Nullable String written() {
        return written;
    }

    private UriComponentsBuilder uri(String path) {
        return UriComponentsBuilder.fromUriString(base + ROOT + path);
    }

    private URI filled(String path, Object... values) {
        return uri(path).encode().buildAndExpand(values).toUri();
    }

    private ApiAnswer call(
            HttpMethod method, URI uri, @Nullable Object body, Consumer<HttpHeaders> more) {
        var request = request(method, uri, more);
        if (body instanceof byte[] file) {
            request.body(file);
        } else if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return exchange(request, answer -> read(method, uri, answer));
    }

    private RestClient.RequestBodySpec request(
            HttpMethod method, URI uri, Consumer<HttpHeaders> more) {
        return request(http, method, uri, more);
    }

    private RestClient.RequestBodySpec request(
            RestClient client, HttpMethod method, URI uri, Consumer<HttpHeaders> more) {
        var request =
                client.method(method)
                        .uri(uri)
                        .headers(
                                headers -> {
                                    headers.setBearerAuth(token);
                                    more.accept(headers);
                                });
        if (written instanceof String position && method.equals(HttpMethod.GET)) {
            request.header(POSITION, position);
        }
        return request;
    }

    /** What is made of an answer. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ClientHttpResponse answer) throws IOException;
    }

    private static <T> T exchange(RestClient.RequestBodySpec request, Reading<T> reading) {
        try {
            return request.exchangeForRequiredValue((_, answer) -> reading.of(answer));
        } catch (ResourceAccessException away) {
            throw new ApiAwayException(away);
        }
    }

    private ApiAnswer read(HttpMethod method, URI uri, ClientHttpResponse answer)
            throws IOException {
        var bytes = answer.getBody().readAllBytes();
        var position = answer.getHeaders().getFirst(POSITION);
        if (!method.equals(HttpMethod.GET) && position != null) {
            written = position;
            session.setAttribute(WRITTEN, position);
        }
        if (answer.getHeaders().containsHeader(BEHIND)) {
            behind.add(uri.toString().substring((base + ROOT).length()));
        }
        return ReceivedAnswer.of(answer, bytes);
    }
}
