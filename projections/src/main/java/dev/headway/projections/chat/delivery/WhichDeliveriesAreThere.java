package dev.headway.projections.chat.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which messages were there, and what became of each? The newest first, dead letters included; one
 * of them with every try. Neither says where a message went: a channel's address is a secret.
 */
@RestController
class WhichDeliveriesAreThere {

    private final DeliveryQueries log;
    private final Cursors cursors;

    WhichDeliveriesAreThere(DeliveryQueries log, Cursors cursors) {
        this.log = log;
        this.cursors = cursors;
    }

    /** What becomes of a message. */
    enum Status {
        PENDING,
        SENDING,
        DELIVERED,
        DEAD
    }

    /**
     * A message to a channel.
     *
     * @param alerts those it tells of, none for a weekly digest
     * @param nextAttemptAt when it is tried next; null when it is not
     * @param resentBy who last had it sent again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Delivery(
            UUID id,
            String channel,
            String status,
            List<UUID> alerts,
            int attempts,
            Instant composedAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant endedAt,
            @Nullable String lastError,
            @Nullable String resentBy,
            @Nullable Instant resentAt,
            @Nullable List<Attempt> log) {}

    /**
     * One try.
     *
     * @param outcome {@code UNKNOWN} where a sender died in the middle: it may have arrived; null
     *     while it is under way
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            int attempt,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable Integer statusCode,
            @Nullable String error) {}

    @MayRead
    @GetMapping("/api/v1/deliveries")
    Page<Delivery> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new QueryParameters("deliveries", parameters);
        var statuses = asked.anyOf("status", QueryParameters.names(Status.class));
        var channel = asked.text("channel");
        var alert = alert(asked);
        var place = asked.cursorPosition(cursors);
        var limit = asked.limit(50);
        asked.throwIfInvalid();
        return Page.of(
                log.newest(statuses, channel, alert, place.orElse(null), limit + 1),
                limit,
                last -> asked.cursor(cursors, last.composedAt().toString(), last.id().toString()));
    }

    @MayRead
    @GetMapping("/api/v1/deliveries/{id}")
    Delivery answer(@PathVariable String id) {
        return uuid(id).flatMap(log::withEveryTry)
                .orElseThrow(() -> new NotFoundException("There is no such delivery"));
    }

    private static @Nullable UUID alert(QueryParameters asked) {
        var text = asked.text("alert");
        var alert = text == null ? null : uuid(text).orElse(null);
        if (text != null && alert == null) {
            asked.reject("alert", "must be the id of an alert");
        }
        return alert;
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
