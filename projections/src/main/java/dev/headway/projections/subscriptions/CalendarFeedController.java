package dev.headway.projections.subscriptions;

import dev.headway.projections.routing.QuestionsHere;
import dev.headway.projections.subscriptions.CalendarLinks.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * The calendar behind a secret link. What was never there, was revoked, or is of somebody who gets
 * in no more is not found, and nobody is told which.
 */
@RestController
class CalendarFeedController {

    static final String PATH = "/calendar/";

    /** What is left of every path. */
    static final String SHOWN = PATH + "secret.ics";

    static final String ENDING = ".ics";
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final CalendarLinks links;
    private final CalendarEntries entries;
    private final QuestionsHere questions;
    private final String publicUrl;

    CalendarFeedController(
            CalendarLinks links,
            CalendarEntries entries,
            QuestionsHere questions,
            @Value("${headway.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.links = links;
        this.entries = entries;
        this.questions = questions;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping(SHOWN)
    ResponseEntity<byte[]> answer(HttpServletRequest request, WebRequest conditions) {
        questions.require();
        var secret = secret(CalendarPathFilter.segment(request));
        var link = secret.flatMap(links::find);
        if (secret.isEmpty() || link.isEmpty()) {
            return notFound();
        }
        var calendar = calendar(link.get()).getBytes(StandardCharsets.UTF_8);
        var etag = "\"" + hash(calendar) + "\"";
        return links.read(secret.get(), etag)
                .map(since -> answer(calendar, etag, since, conditions))
                .orElseGet(CalendarFeedController::notFound);
    }

    private static Optional<CalendarSecret> secret(String segment) {
        return segment.endsWith(ENDING)
                ? CalendarSecret.parse(segment.substring(0, segment.length() - ENDING.length()))
                : Optional.empty();
    }

    private String calendar(Shown link) {
        var shown = link.everything() ? entries.ofEverybody() : entries.of(link.personId());
        return CalendarText.of(
                link.everything() ? "Headway: everything" : "Headway", shown, publicUrl);
    }

    private static ResponseEntity<byte[]> answer(
            byte[] calendar, String etag, Instant since, WebRequest conditions) {
        var isKnown = conditions.checkNotModified(etag, since.toEpochMilli());
        var answer =
                ResponseEntity.status(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                        .eTag(etag)
                        .lastModified(since)
                        .cacheControl(CacheControl.noCache().cachePrivate());
        return isKnown ? answer.build() : answer.contentType(CALENDAR).body(calendar);
    }

    /** In plain words, since a problem would name the path. */
    private static ResponseEntity<byte[]> notFound() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .body("There is no such calendar\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] calendar) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(calendar);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
