package dev.headway.lifecycle.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An answer to a command, rendered: what is sent now and, for a call with an idempotency key, what
 * is sent again byte for byte.
 *
 * @param body JSON
 */
public record Reply(
        int status,
        String contentType,
        @Nullable String etag,
        @Nullable String location,
        String body) {

    /** What is told and creates nothing. */
    public static Reply told(String json) {
        return new Reply(HttpStatus.OK.value(), MediaType.APPLICATION_JSON_VALUE, null, null, json);
    }

    /**
     * As a response; {@code position} is the log's after the command, 0 when nothing was stored.
     */
    public ResponseEntity<byte[]> at(long position) {
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
