/**
 * Sends webhooks what happened. {@code PublishEventsToWebhooks} has somebody look after each;
 * {@code BatchClaims} takes the next few events for it, under a lease that other nodes respect;
 * {@code WebhookSender} makes the one request, and notes how it ended in the transaction that moves
 * the position. What is not noted is sent again, the same, under the same id.
 */
@NullMarked
package dev.headway.lifecycle.webhooks.sending;

import org.jspecify.annotations.NullMarked;
