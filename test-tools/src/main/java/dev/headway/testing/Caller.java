package dev.headway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a service over HTTP, with one token or none, and holds its answers to a {@link Contract}
 * when it has one. Paths are whole, as {@code /api/v1/partnerships}; headers come as names and
 * values in turn.
 */
public final class Caller {

    private final HttpClient http;
    private final URI service;
    private final @Nullable String token;
    private final Contract contract;

    public Caller(HttpClient http, URI service, @Nullable String token) {
        this(http, service, token, Contract.NONE);
    }

    private Caller(HttpClient http, URI service, @Nullable String token, Contract contract) {
        this.http = http;
        this.service = service;
        this.token = token;
        this.contract = contract;
    }

    /** What is promised of answers. */
    @FunctionalInterface
    public interface Contract {

        /** Promises nothing. */
        Contract NONE = (_, _, _, _, _) -> {};

        /**
         * @throws AssertionError telling what of the answer is not promised
         */
        void check(
                String method, String pathAndQuery, int status, HttpHeaders headers, String body);
    }

    /** The same caller, who fails when an answer is not as promised. */
    public Caller withContract(Contract contract) {
        return new Caller(http, service, token, contract);
    }

    /**
     * The same caller, who holds no answer against a contract; for calls that are so strange on
     * purpose that nothing is promised about them.
     */
    public Caller withoutContract() {
        return withContract(Contract.NONE);
    }

    /** What the service said. */
    public record Answered(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        /** The header's first value, empty without one. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** What to send on, to read one's own write; 0 when nothing was written. */
        public long position() {
            return response.headers().firstValueAsLong("Headway-Position").orElse(0);
        }
    }

    public Answered get(String path, String... headers) {
        return send("GET", path, null, BodyPublishers.noBody(), headers);
    }

    public Answered delete(String path, String... headers) {
        return send("DELETE", path, null, BodyPublishers.noBody(), headers);
    }

    public Answered post(String path, String json, String... headers) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json), headers);
    }

    public Answered patch(String path, String json, String... headers) {
        return send("PATCH", path, "application/json", BodyPublishers.ofString(json), headers);
    }

    public Answered put(String path, String json, String... headers) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(json), headers);
    }

    public Answered send(
            String method,
            String path,
            @Nullable String contentType,
            BodyPublisher body,
            String... headers) {
        var request = HttpRequest.newBuilder(service.resolve(path)).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            contract.check(
                    method, path, response.statusCode(), response.headers(), response.body());
            return new Answered(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
