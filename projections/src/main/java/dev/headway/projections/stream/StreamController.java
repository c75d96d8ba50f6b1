package dev.headway.projections.stream;

import dev.headway.projections.changes.ChangeFeed.Listener;
import dev.headway.projections.http.Problem;
import dev.headway.projections.identity.Actor;
import dev.headway.projections.identity.LastingAccess;
import dev.headway.projections.identity.LastingAccess.Holder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changes, as it changes. A stream is a call that lasts: it holds its virtual thread and
 * nothing else, no connection to the database and no transaction.
 */
@RestController
class StreamController {

    /** How soon a stream ends whose reader is let in no more. */
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

    /** More digits than any position has. */
    private static final int MAX_DIGITS = 18;

    private final OpenStreams streams;
    private final LastingAccess access;
    private final StreamProperties settings;
    private final JsonMapper json;

    StreamController(
            OpenStreams streams, LastingAccess access, StreamProperties settings, JsonMapper json) {
        this.streams = streams;
        this.access = access;
        this.settings = settings;
        this.json = json;
    }

    /**
     * @param lastEventId up to which position a reader was told who comes back
     * @param after the same for one who comes for the first time, from a page that is at a position
     */
    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Actor caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var known =
                lastEventId == null || lastEventId.isBlank()
                        ? position("?after", after)
                        : position("Last-Event-ID", lastEventId);
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            describe(response);
            return;
        }
        var stream = streams.open(caller.getName(), known);
        try {
            describe(response);
            tell(stream, access.holder(request, caller), response);
        } catch (IOException gone) {
            // whoever read has left, which is how streams end
        } finally {
            streams.close(stream);
        }
    }

    private void tell(Listener stream, Holder reader, HttpServletResponse response)
            throws IOException, InterruptedException {
        var writer = new StreamWriter(response.getOutputStream(), json);
        writer.tell(stream.missed());
        writer.begin(stream.missed().position());
        var silentSince = System.nanoTime();
        while (!stream.queue().hasEnded() && reader.isStillLetIn()) {
            var waiting = stream.queue().take(shorter(BETWEEN_CHECKS, settings.heartbeat()));
            if (!waiting.isEmpty()) {
                writer.tell(waiting);
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince >= settings.heartbeat().toNanos()) {
                writer.heartbeat();
                silentSince = System.nanoTime();
            }
        }
    }

    private static void describe(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy that gathers would tell late
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static long position(String where, @Nullable String digits) {
        if (digits == null) {
            return -1;
        }
        if (digits.length() > MAX_DIGITS || !digits.matches("[0-9]+")) {
            throw Problem.invalid(
                    List.of(
                            new Problem.FieldError(
                                    where, "must be a position, in decimal digits")));
        }
        return Long.parseLong(digits);
    }
}
