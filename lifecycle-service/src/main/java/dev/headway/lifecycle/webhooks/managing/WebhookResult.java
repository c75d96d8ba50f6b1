package dev.headway.lifecycle.webhooks.managing;

import dev.headway.lifecycle.commands.Versioned;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import dev.headway.projections.http.Problem;
import org.springframework.http.HttpStatus;

/** What a command about a webhook is answered. */
sealed interface WebhookResult extends Versioned {

    /**
     * So it is.
     *
     * @param isNew whether it was not there before
     */
    record Done(WebhookState state, boolean isNew, long version) implements WebhookResult {}

    /** It cannot be as things stand. */
    record Refused(String why, long version) implements WebhookResult {}

    /** There is none. */
    record Missing(long version) implements WebhookResult {}

    /**
     * How it stands now.
     *
     * @throws Problem where nothing was done
     */
    default Done orProblem() {
        return switch (this) {
            case Done done -> done;
            case Refused refused -> throw Problem.of(HttpStatus.CONFLICT, "illegal", refused.why());
            case Missing _ -> throw Problem.notFound("webhook");
        };
    }
}
