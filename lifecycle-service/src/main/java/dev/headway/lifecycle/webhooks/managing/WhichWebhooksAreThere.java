package dev.headway.lifecycle.webhooks.managing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.lifecycle.webhooks.stored.KnownWebhooks;
import dev.headway.lifecycle.webhooks.stored.Progress;
import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import dev.headway.projections.http.Problem;
import dev.headway.projections.log.EventLog;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which webhooks are there, how far is each, and what went wrong last? */
@RestController
class WhichWebhooksAreThere {

    private final KnownWebhooks known;
    private final ProgressTable progress;
    private final EventLog log;

    WhichWebhooksAreThere(KnownWebhooks known, ProgressTable progress, EventLog log) {
        this.known = known;
        this.progress = progress;
        this.log = log;
    }

    /** All of them; there are never many. */
    record Webhooks(List<WebhookSeen> items) {}

    /**
     * A webhook and how it does.
     *
     * @param position up to which it has taken everything
     * @param lag how many positions that is behind the newest event
     * @param failures how many there were in a row
     * @param lastFailure the newest, also of one that does well since; never where it is
     * @param nextAttemptAt when it is tried again, of one that fails
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookSeen(
            String id,
            String sentTo,
            List<String> types,
            List<String> partnerships,
            String state,
            @Nullable String disabledBecause,
            long position,
            long lag,
            int failures,
            @Nullable Instant failingSince,
            @Nullable String lastFailure,
            @Nullable Instant lastFailureAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant lastDeliveredAt) {}

    @PreAuthorize("hasAnyRole('AUDITOR', 'ADMIN')")
    @GetMapping("/api/v1/webhooks")
    Webhooks answer() {
        return new Webhooks(progress.all().stream().flatMap(this::seen).toList());
    }

    @PreAuthorize("hasAnyRole('AUDITOR', 'ADMIN')")
    @GetMapping("/api/v1/webhooks/{id}")
    WebhookSeen answer(@PathVariable String id) {
        return progress.find(WebhookNames.known(id)).stream()
                .flatMap(this::seen)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("webhook"));
    }

    private Stream<WebhookSeen> seen(Progress row) {
        var state = known.state(row.webhookId());
        return state.isThere() ? Stream.of(seen(row, state)) : Stream.of();
    }

    private WebhookSeen seen(Progress row, WebhookState state) {
        var position = row.positionIn(state);
        return new WebhookSeen(
                row.webhookId(),
                state.sentTo(),
                state.choice().types(),
                state.choice().streams(),
                state.status().name(),
                state.disabledBecause(),
                position,
                Math.max(0, log.head() - position),
                row.failures(),
                row.failingSince(),
                row.lastFailure(),
                row.lastFailureAt(),
                row.failures() > 0 ? row.nextAttemptAt() : null,
                row.lastDeliveredAt());
    }
}
