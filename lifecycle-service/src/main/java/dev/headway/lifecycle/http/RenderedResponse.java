package dev.headway.lifecycle.http;

import dev.headway.lifecycle.eventstore.StoredResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response before it is sent, and what of it is stored for a request with an idempotency key, to
 * be sent again byte for byte.
 *
 * @param body JSON
 */
public record RenderedResponse(
        int status,
        String contentType,
        @Nullable String etag,
        @Nullable String location,
        String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A response that is nothing but JSON. */
    public static RenderedResponse json(HttpStatus status, String body) {
        return new RenderedResponse(
                status.value(), MediaType.APPLICATION_JSON_VALUE, null, null, body);
    }

    static RenderedResponse read(StoredResponse stored) {
        var json = new String(stored.bytes(), StandardCharsets.UTF_8);
        return JSON.readValue(json, RenderedResponse.class);
    }

    StoredResponse stored() {
        return new StoredResponse(status, JSON.writeValueAsBytes(this));
    }

    /**
     * As a response; {@code position} is the log's after the command, 0 when nothing was stored.
     */
    ResponseEntity<byte[]> at(long position) {
        var response =
                ResponseEntity.status(status).contentType(MediaType.parseMediaType(contentType));
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        if (location != null) {
            response.location(URI.create(location));
        }
        if (position > 0) {
            response.header("Headway-Position", Long.toString(position));
        }
        return response.body(body.getBytes(StandardCharsets.UTF_8));
    }
}
