/**
 * What is known of a webhook: {@code WebhookState} is what its events add up to, {@code
 * ProgressTable} how far it is, {@code TargetTable} where it is and what it is signed with, sealed
 * by {@code TargetSealing} under a key outside of the database.
 */
@NullMarked
package dev.headway.lifecycle.webhooks.stored;

import org.jspecify.annotations.NullMarked;
