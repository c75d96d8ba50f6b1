/**
 * What administrators do about webhooks, and Headway about one that takes nothing any more: a
 * command each, decided by {@code Webhook} from its events. {@code SubscribeWebhookController}
 * subscribes and changes, {@code WebhookController} does the rest, {@code WhichWebhooksAreThere}
 * answers how they are.
 */
@NullMarked
package dev.headway.lifecycle.webhooks.managing;

import org.jspecify.annotations.NullMarked;
