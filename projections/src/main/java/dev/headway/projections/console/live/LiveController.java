package dev.headway.projections.console.live;

import dev.headway.projections.console.signin.OwnAddress;
import dev.headway.projections.console.signin.ReaderTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Hands the stream of the API on to a page that is open, with the token of whoever reads it. It
 * carries ids only; what became of them is asked for by an ordinary request.
 */
@Controller
class LiveController {

    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final OwnAddress address;
    private final ReaderTokens tokens;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    LiveController(OwnAddress address, ReaderTokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    @GetMapping(path = "/console/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId)
            throws IOException, InterruptedException {
        var asked =
                HttpRequest.newBuilder(URI.create(address.api() + "/api/v1/stream"))
                        .header("Authorization", "Bearer " + tokens.of(request))
                        .header("Accept", MediaType.TEXT_EVENT_STREAM_VALUE);
        if (lastEventId != null && lastEventId.matches("[0-9]{1,18}")) {
            asked.header("Last-Event-ID", lastEventId);
        }
        var answer = http.send(asked.build(), BodyHandlers.ofInputStream());
        response.setStatus(answer.statusCode() == 200 ? 200 : 503);
        if (answer.statusCode() != 200) {
            answer.body().close();
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        handOn(answer, response.getOutputStream());
    }

    private static void handOn(HttpResponse<InputStream> answer, OutputStream out) {
        try (var changes = answer.body()) {
            var buffer = new byte[4_096];
            for (int read = changes.read(buffer); read >= 0; read = changes.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            LOG.trace("A page is closed, or the API has stopped", gone);
        }
    }
}
