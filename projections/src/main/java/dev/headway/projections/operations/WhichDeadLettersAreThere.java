package dev.headway.projections.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.deadletters.DeadLetter;
import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What could not be worked into which projection, and of what did it fail? */
@RestController
class WhichDeadLettersAreThere {

    private static final String QUESTION = "dead-letters";

    private final DeadLetterQueries letters;
    private final ProjectionProcessors processors;
    private final Cursors cursors;

    WhichDeadLettersAreThere(
            DeadLetterQueries letters, ProjectionProcessors processors, Cursors cursors) {
        this.letters = letters;
        this.processors = processors;
        this.cursors = cursors;
    }

    /**
     * A stream that is parked in a projection.
     *
     * @param stream a partnership's id, or {@code program}, a person's, an alert's or an import's
     * @param position of the first event that is parked
     * @param tries how often it was tried by itself, replays included
     * @param laterEvents how many events of the stream were passed over since
     * @param replayedBy who last had it replayed, in vain
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String projection,
            String stream,
            @Nullable String partnershipId,
            long position,
            long version,
            String eventId,
            String eventType,
            Failure failure,
            int tries,
            long laterEvents,
            Instant parkedAt,
            Instant triedAt,
            @Nullable String replayedBy) {

        static Listed of(DeadLetter letter) {
            var first = letter.first();
            return new Listed(
                    letter.projection(),
                    first.stream(),
                    first.ofPartnership() ? first.stream() : null,
                    first.position(),
                    first.version(),
                    first.eventId(),
                    first.eventType(),
                    new Failure(letter.fault().type(), letter.fault().place()),
                    letter.tries(),
                    letter.laterEvents(),
                    letter.parkedAt(),
                    letter.triedAt(),
                    letter.replayedBy());
        }
    }

    /** What it failed of, and where; not what the failure said, which may tell of people. */
    record Failure(String type, String place) {}

    @PreAuthorize("hasAnyRole('AUDITOR', 'ADMIN')")
    @GetMapping("/api/v1/dead-letters")
    Page<Listed> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new QueryParameters(QUESTION, parameters);
        var projection = asked.anyOf("projection", processors.projections());
        var stream = asked.text("stream");
        var after = asked.cursorPosition(cursors).orElse(List.of());
        var limit = asked.limit(50);
        asked.throwIfInvalid();
        return Page.of(
                        letters.page(projection, stream, after, limit + 1),
                        limit,
                        last -> asked.cursor(cursors, last.projection(), last.first().stream()))
                .map(Listed::of);
    }
}
