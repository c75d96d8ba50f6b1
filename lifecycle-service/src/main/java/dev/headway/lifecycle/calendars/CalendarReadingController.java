package dev.headway.lifecycle.calendars;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.http.Problem;
import dev.headway.projections.subscriptions.CalendarLinks;
import dev.headway.projections.subscriptions.CalendarLinks.Shown;
import dev.headway.projections.subscriptions.CalendarSecret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the nodes that serve calendars whose a link is, and notes that it was read. Whoever asks
 * has the link, as whoever reads a calendar has; it is in no path, so that no log has it.
 */
@RestController
class CalendarReadingController {

    private final CalendarLinks links;

    CalendarReadingController(CalendarLinks links) {
        this.links = links;
    }

    /**
     * @param link the last segment of its path, without the ending
     * @param etag of what it is answered; null for whoever only wants to know what it shows
     */
    record Reading(
            @NotNull @Size(max = 200) String link,
            @Nullable @Pattern(regexp = "\"[0-9a-f]{32}\"") String etag) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "Reading";
        }
    }

    /**
     * @param since when it is answered this; null where nothing was read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(String personId, boolean everything, @Nullable Instant since) {}

    @PostMapping("/calendar-links/readings")
    ResponseEntity<Told> read(@Valid @RequestBody Reading reading) {
        var secret = CalendarSecret.parse(reading.link()).orElseThrow(this::none);
        var shown = links.find(secret).orElseThrow(this::none);
        var etag = reading.etag();
        var since = etag == null ? null : links.read(secret, etag).orElseThrow(this::none);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(told(shown, since));
    }

    private static Told told(Shown shown, @Nullable Instant since) {
        return new Told(shown.personId(), shown.everything(), since);
    }

    private Problem none() {
        return Problem.notFound("calendar");
    }
}
