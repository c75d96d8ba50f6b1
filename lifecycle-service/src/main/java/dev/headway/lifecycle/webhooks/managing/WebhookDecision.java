package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent;

/** What comes of a command. */
sealed interface WebhookDecision {

    /** It is so from now on. */
    record Happened(WebhookEvent event) implements WebhookDecision {}

    /** It was so before. */
    record NothingNew() implements WebhookDecision {}

    /** Not as it stands. */
    record Illegal(String why) implements WebhookDecision {}

    /** There is no such webhook. */
    record Missing() implements WebhookDecision {}
}
