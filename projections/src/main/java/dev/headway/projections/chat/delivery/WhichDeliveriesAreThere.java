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

    private final DeliveryQueries deliveries;
    private final Cursors cursors;

    WhichDeliveriesAreThere(DeliveryQueries deliveries, Cursors cursors) {
        this.deliveries = deliveries;
        this.cursors = cursors;
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
        var query = new QueryParameters("deliveries", parameters);
        var statuses = query.anyOf("status", QueryParameters.names(DeliveryStatus.class));
        var channel = query.text("channel");
        var alert = alert(query);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        return Page.of(
                deliveries.newest(statuses, channel, alert, after.orElse(null), limit + 1),
                limit,
                last -> query.cursor(cursors, last.composedAt().toString(), last.id().toString()));
    }

    @MayRead
    @GetMapping("/api/v1/deliveries/{id}")
    Delivery answer(@PathVariable String id) {
        return uuid(id).flatMap(deliveries::withAttempts)
                .orElseThrow(() -> new NotFoundException("There is no such delivery"));
    }

    private static @Nullable UUID alert(QueryParameters query) {
        var text = query.text("alert");
        var alert = text == null ? null : uuid(text).orElse(null);
        if (text != null && alert == null) {
            query.reject("alert", "must be the id of an alert");
        }
        return alert;
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
